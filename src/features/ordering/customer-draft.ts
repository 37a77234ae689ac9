import {
  type AccountValues,
  noReseller,
  resellerChosen,
  segmentChosen,
  toAccountInput,
} from "./account-values";
import { type Cart, emptyCart, toRequests } from "./cart";
import type { NewCustomerOptions } from "./wizard-options";

/** A customer being entered: its account info, what it will order, and the key under which it is submitted once (R49). */
export type CustomerDraft = {
  readonly values: AccountValues;
  /** The account info has been judged valid as it stands. */
  readonly isAccountDone: boolean;
  readonly cart: Cart;
  /** Of the customer's country. */
  readonly currency: string;
  /** The cart was emptied because its prices counted no more. */
  readonly isEmptied: boolean;
  readonly key: string;
};

/** The form as it is proposed: country, language and reseller filled in, everything else empty (R43). */
export function newDraft(options: NewCustomerOptions): CustomerDraft {
  const values = {
    "address.country": options.market.country,
    language: options.market.language,
    culture: options.market.culture,
    qualification: "none",
    resellerId: options.resellerId ?? noReseller,
    "agreement.method": options.canAttest ? "attested" : "direct",
  };
  return {
    values,
    isAccountDone: false,
    cart: emptyCart(options.resellerId),
    currency: options.market.currency,
    isEmptied: false,
    key: options.idempotencyKey,
  };
}

function pricesOf(values: AccountValues): string {
  return `${values["address.country"]} ${segmentChosen(values)}`;
}

/**
 * The draft once its account info is valid. Another country or qualification has other prices, so the cart is emptied;
 * the reseller of record follows the associated one unless somebody else was chosen.
 */
export function withAccount(draft: CustomerDraft, values: AccountValues, currency: string): CustomerDraft {
  const { cart } = draft;
  const keeps = cart.lines.length === 0 || cart.pricesFor === pricesOf(values);
  const associated = resellerChosen(values);
  const follows = cart.lines.length === 0 || cart.resellerId === cart.proposedResellerId;
  const next: Cart = {
    lines: keeps ? cart.lines : [],
    resellerId: follows ? associated : cart.resellerId,
    isAttested: follows && associated !== cart.resellerId ? false : cart.isAttested,
    proposedResellerId: associated,
    pricesFor: pricesOf(values),
  };
  return { ...draft, values, currency, isAccountDone: true, cart: next, isEmptied: !keeps };
}

/** Whether the customer can order with its creation: only when the agreement is attested (R50) and the role orders. */
export function ordersWithCreation({ values }: CustomerDraft, canOrder: boolean): boolean {
  return canOrder && values["agreement.method"] === "attested";
}

/** Everything that is submitted, as one text. */
export function payloadOf(draft: CustomerDraft, canOrder: boolean): string {
  const { lines, resellerId, isAttested } = draft.cart;
  const orders = ordersWithCreation(draft, canOrder) && lines.length > 0;
  return JSON.stringify({
    account: toAccountInput(draft.values),
    order: orders ? { resellerId, lines: toRequests(lines), attested: isAttested } : null,
  });
}
