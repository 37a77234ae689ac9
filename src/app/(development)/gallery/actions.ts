"use server";

import type { FormState } from "#/ui/form-state";

/** Answers as the gallery's form asks: refuses empty fields, fails on "fail", is done otherwise. Changes nothing. */
export async function sampleAction(_before: FormState, data: FormData): Promise<FormState> {
  const values: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  await new Promise((resolve) => setTimeout(resolve, 600));
  if (values.name === "fail") {
    return {
      status: "failed",
      title: "The order could not be placed",
      message: "The price list changed while you were working. Check the prices, then submit again.",
      code: "price_list_changed",
      reference: "0198f2c4-7d1e",
      values,
    };
  }
  const fields: Record<string, string> = {};
  if (!values.name) fields.name = "Enter the company name.";
  if (!values.email?.includes("@")) fields.email = "Enter an e-mail address such as anna@contoso.example.";
  if (!values.country) fields.country = "Choose a country.";
  if (!values.consent) fields.consent = "Confirm that the customer agreed.";
  if (Object.keys(fields).length > 0) {
    return {
      status: "invalid",
      summary: `${Object.keys(fields).length} fields need attention`,
      fields,
      values,
    };
  }
  return { status: "done", message: "Saved." };
}
