/** The choices of the reseller field that are no partner ids. */
export const resellerChoice = { unchanged: "", none: "none", other: "other" } as const;

type Values = Readonly<Record<string, string | readonly string[]>>;

function given(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

function resellerPartnerId(values: Values): string | null | undefined {
  const choice = given(values, "reseller");
  if (choice === resellerChoice.none) return null;
  if (choice === resellerChoice.other) return (given(values, "resellerPartnerId") ?? "").trim();
  return choice === resellerChoice.unchanged ? undefined : choice;
}

/** A whole number as people type it; anything else becomes what the operation refuses as no whole number. */
function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\s*[+-]?\d{1,10}\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** The input of a change from the detail page's form: fields that a viewer's roles hide are not sent, and stay. */
export function changeInput(values: Values) {
  return {
    subscriptionId: given(values, "subscriptionId") ?? "",
    version: Number(given(values, "version")),
    friendlyName: given(values, "friendlyName"),
    quantity: wholeNumber(given(values, "quantity")),
    resellerPartnerId: resellerPartnerId(values),
    supportContactId: given(values, "supportContactId"),
  };
}
