import { fileURLToPath } from "node:url";
import type { Runtime } from "#/platform/unit-of-work";
import { importPriceListFile } from "#/worker/price-lists/import-file";

/** The vendor's files of the demo: the price lists in force in Europe and the United States, and the offer matrix. */
const files = [
  "SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv",
  "SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_US.csv",
  "SYNTHETIC_NCE_OfferMatrix_202611.csv",
] as const;

/** Imports the vendor's files exactly as an upload is; throws when one is not taken whole. Harmless when repeated. */
export async function importDemoCatalogue(host: Runtime): Promise<void> {
  for (const file of files) {
    const path = fileURLToPath(new URL(`../data/price-lists/${file}`, import.meta.url));
    const result = await importPriceListFile({ path }, host);
    if (!result.ok) throw new Error(`${file} could not be imported: ${JSON.stringify(result.failure)}`);
    const { status, failureCode, problemCount } = result.value;
    if (status !== "completed" || problemCount > 0)
      throw new Error(`${file} was not imported whole: ${status} ${failureCode} ${problemCount} problems`);
  }
}
