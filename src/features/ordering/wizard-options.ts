import type { OrderCustomer } from "#/domain/ordering/queries/find-order-customer";
import type { FormLabels } from "#/ui/form";
import type { Option } from "#/ui/select-field";
import type { MarketForm } from "./market-form";

/** What the server tells any page that orders: who may be named, and what the reader's roles allow. */
export type OrderingOptions = {
  readonly userId: string;
  /** The reader's time zone, for instants beside UTC. */
  readonly timeZone: string;
  /** Active partners with their partner id; those who cannot be named now are disabled and say why. */
  readonly resellers: readonly Option[];
  readonly formLabels: FormLabels;
  /** Made for this rendering; a draft keeps its own until its submission is answered. */
  readonly idempotencyKey: string;
  readonly showsPrices: boolean;
};

/** What the server tells the **New customer** wizard. */
export type NewCustomerOptions = OrderingOptions & {
  readonly market: MarketForm;
  readonly countries: readonly Option[];
  readonly languages: readonly Option[];
  readonly cultures: readonly Option[];
  readonly domainSuffix: string;
  /** The day it is by the provider's calendar, as YYYY-MM-DD. */
  readonly today: string;
  /** The reseller from whose row the reader comes (R43). */
  readonly resellerId: string | null;
  readonly canAttest: boolean;
  readonly canOrder: boolean;
  readonly cancelHref: string;
};

/** What the server tells the **New subscription** page. */
export type NewSubscriptionOptions = OrderingOptions & {
  readonly customer: OrderCustomer;
  readonly countryName: string;
  /** The countries of the region by code, for the name of the price list. */
  readonly countries: readonly Option[];
  /** The associated reseller, when it can be named on new business now. */
  readonly proposedResellerId: string | null;
  /** Why nothing can be ordered for this customer; nothing when it can. */
  readonly obstacle: { readonly title: string; readonly message: string } | null;
};
