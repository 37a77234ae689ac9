import type { ResellerOption } from "#/domain/partnership/queries/list-reseller-options";
import type { Option } from "#/ui/select-field";

/** Partners as the choices of a selector, by their organisation. */
export function toPartnerOptions(partners: readonly ResellerOption[]): readonly Option[] {
  return partners.map(({ organisationId, name }) => ({ value: organisationId, label: name }));
}
