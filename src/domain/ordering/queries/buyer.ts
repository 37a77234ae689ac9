import { z } from "zod";
import type { Sql } from "#/db/sql";
import { findMarket } from "../../geography/markets";
import { idSchema } from "../../kernel/ids";
import { existingBuyer, newBuyer } from "./price-list";

/** For whom the catalogue is opened: a customer there is, or one about to be created in a country with a qualification. */
export const buyerSchema = z.union([
  z.strictObject({ customerId: idSchema }),
  z.strictObject({
    country: z.string().refine((code) => findMarket(code) !== undefined, "address.country.unknown"),
    segment: z.enum(["none", "education", "government", "nonprofit"]).default("none"),
  }),
]);
export type Buyer = z.output<typeof buyerSchema>;

/**
 * The row of the buyer for `priceMarket`; no row for a customer that is not the provider's own (R2). A customer that does
 * not exist yet counts as one whose agreement is attested, because only then can anything be ordered with it (R50).
 */
export function buyerOf(buyer: Buyer, providerId: string, associatedResellerId: string | null = null): Sql {
  if ("customerId" in buyer) return existingBuyer(buyer.customerId, providerId);
  return newBuyer({
    country: buyer.country,
    currency: findMarket(buyer.country)?.currency ?? "",
    segment: buyer.segment,
    agreementStatus: "attested",
    resellerId: associatedResellerId,
  });
}
