/** Where a partner stands in the programme (spec 1.2, machine 5.10). */
export const programStatuses = [
  "qualified_pending",
  "qualified",
  "active",
  "restricted",
  "suspended",
  "declined",
  "deauthorized",
] as const;
export type ProgramStatus = (typeof programStatuses)[number];

/** How far the vendor operator's checks of a partner have come. */
export const vettingStatuses = ["pending", "authorized", "rejected"] as const;
export type VettingStatus = (typeof vettingStatuses)[number];
