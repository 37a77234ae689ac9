/** The header of the API's layout. */
export const swissHeader =
  "ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment";

/** One row of the API's layout; every cell can be replaced by name. */
export function rowOf(change: Readonly<Record<string, string>> = {}, delimiter = ","): string {
  const cells: Readonly<Record<string, string>> = {
    ...Object.fromEntries(swissHeader.split(",").map((name) => [name, ""])),
    ...{
      ProductTitle: "Intune",
      ProductId: "SYNFT7Q55HB7",
      SkuId: "0001",
      SkuTitle: "Intune",
      Publisher: "Microsoft",
    },
    ...{ TermDuration: "P1Y", BillingPlan: "Annual", Market: "CH", Currency: "CHF", UnitPrice: "96.00" },
    ...{ EffectiveStartDate: "4/1/2025 12:00:00 AM", EffectiveEndDate: "11/30/9999 11:59:59 PM" },
    ...{ Tags: "License", "ERP Price": "120.00", Segment: "Commercial" },
    ...change,
  };
  return Object.values(cells).join(delimiter);
}

/** A file of the API's layout with the given rows. */
export function fileOf(rows: readonly string[], end = "\n"): string {
  return [swissHeader, ...rows].join(end) + end;
}
