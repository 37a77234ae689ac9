/**
 * A customer is one provider's reseller relationship with one customer tenant (spec 1.2, machine 5.2): `active` from its
 * creation or the customer's acceptance, `removed` for good once it ends. It may be associated with one indirect
 * reseller, which then sees it and its subscriptions (R3, R44); without one it is a direct customer of the provider
 * (R41). The name and domain are the provider's own list entry: they rename no tenant, and no tenant renames them (R58).
 */
import type { Address } from "../geography/address";

/** In which role an organisation looks at customers: as the provider that sells, or as the associated reseller (G23). */
export type Capacity = "provider" | "reseller";

/**
 * A row of the customer list (S-09), with no more than the list shows, since many are sent at once. `partner` is the other
 * side: the reseller for a provider, the provider for a reseller.
 */
export type CustomerListItem = {
  readonly id: string;
  /** The Microsoft ID. */
  readonly tenantId: string;
  readonly companyName: string;
  readonly primaryDomain: string;
  readonly country: string;
  readonly partnerName: string | null;
  readonly subscriptionCount: number;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string | null;
};

/** Everything the customer's own page tells (S-16, S-17). Prices and credit are not among it (R4). */
export type CustomerDetail = CustomerListItem & {
  readonly address: Address;
  readonly registrationId: string | null;
  readonly language: string;
  readonly culture: string;
  readonly agreementStatus: "missing" | "attested" | "accepted";
  readonly reviewStatus: "ok" | "under_review" | "not_approved";
  /** The organisation on the other side. */
  readonly partnerId: string | null;
  /** Its location id, where the viewer holds its card. */
  readonly partnerPartnerId: string | null;
  /** Whether the two still have an active partnership; false for a former partner (R31, R36). */
  readonly hasPartnership: boolean;
  readonly createdAt: Date;
  readonly version: number;
};
