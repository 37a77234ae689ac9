/**
 * The closed lists of words offers are described with. Nothing else stands here, so that the browser can have them
 * without the schemas.
 */

/** How a term is charged: in parts, or once for what costs nothing to divide (spec 1.4). */
export const billingCycles = ["monthly", "annual", "triennial", "one_time"] as const;
export type OrderBillingCycle = (typeof billingCycles)[number];

/** Market segments of the price lists; customers buy in the commercial one and in their own (R93). */
export const segments = ["Commercial", "Education", "Government", "Charity"] as const;
export type Segment = (typeof segments)[number];

/** What kind of offer: bought for money and for itself, tried for nothing, or only beside a base product (R94, R119). */
export const offerKinds = ["base", "trial", "add_on"] as const;
export type OfferKind = (typeof offerKinds)[number];

/** The longest text the catalogue is searched for. */
export const catalogueSearchMax = 100;
