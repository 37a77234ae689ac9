import { newId } from "../kernel/ids";
import type { AccountInfo } from "./account-info";

/** The ids and the administrator of a customer about to be stored. */
export type NewCustomer = {
  readonly customerId: string;
  readonly tenantId: string;
  readonly administratorId: string;
  readonly membershipId: string;
  readonly acceptanceId: string;
  readonly administratorSignInName: string;
  readonly passwordHash: string;
  readonly agreementTemplateId: string | null;
};

/** How the first administrator of every new tenant is called before the at sign. */
const administratorName = "admin";

/** Chooses the ids of a new customer; its first administrator signs in as `admin@` its domain (S-13). */
export function toNewCustomer(
  info: AccountInfo,
  given: { readonly passwordHash: string; readonly agreementTemplateId: string | null },
): NewCustomer {
  return {
    ...given,
    customerId: newId(),
    tenantId: newId(),
    administratorId: newId(),
    membershipId: newId(),
    acceptanceId: newId(),
    administratorSignInName: `${administratorName}@${info.domain.domain}`,
  };
}
