import type { ResellerOption } from "#/domain/partnership/queries/list-reseller-options";

/** A reseller that can be chosen as reseller of record, or why it stands in the list without being choosable. */
export type ResellerChoice = {
  readonly partnerId: string;
  readonly name: string;
  readonly isEligible: boolean;
};

/** A provider's partners as the choices of **Reseller (MPN ID)**. */
export function toResellerChoices(partners: readonly ResellerOption[]): readonly ResellerChoice[] {
  return partners.map(({ name, partnerId, standing }) => ({
    name,
    partnerId,
    isEligible: standing.eligible,
  }));
}
