import type { OfferFacts } from "./model";

/** Seats of a trial, neither more nor fewer (R119). */
export const trialSeats = 25;

/** How many seats of an offer one subscription may have (R91); trials have a fixed number (R119). */
export function seatRangeOf(offer: Pick<OfferFacts, "minimumQuantity" | "maximumQuantity" | "isTrial">): {
  readonly minimum: number;
  readonly maximum: number;
} {
  if (offer.isTrial && offer.minimumQuantity <= trialSeats && offer.maximumQuantity >= trialSeats) {
    return { minimum: trialSeats, maximum: trialSeats };
  }
  return { minimum: offer.minimumQuantity, maximum: offer.maximumQuantity };
}

const ownSegment: Readonly<Record<string, string>> = {
  education: "Education",
  government: "Government",
  nonprofit: "Charity",
};

/** The segments a customer may buy in: the commercial one, and the one its qualification opens (R93). */
export function segmentsOpenTo(qualification: string): readonly string[] {
  const own = ownSegment[qualification];
  return own === undefined ? ["Commercial"] : ["Commercial", own];
}
