import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = {
  readonly node: Readonly<Record<string, { readonly exportedName?: string; readonly filename?: string }>>;
};

/** The id under which the build publishes a server action, by the name it is exported with. */
export function actionId(buildFolder: string, exportedName: string): string {
  const manifest = JSON.parse(
    readFileSync(join(buildFolder, "server", "server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  const found = Object.entries(manifest.node).find(([, action]) => action.exportedName === exportedName);
  if (!found) throw new Error(`the build has no action ${exportedName}`);
  return found[0];
}

const boundary = "----twotier-bench";

/** The body of a form's submission as the browser's runtime sends it: the state before, and the form's fields. */
export function actionBody(fields: Readonly<Record<string, string>>): string {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const),
    ["0", '[{"status":"idle"},"$K1"]'] as const,
  ];
  return `${parts.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--${boundary}--\r\n`;
}

/** The headers of such a submission. */
export function actionHeaders(id: string, origin: string): Record<string, string> {
  return {
    "Next-Action": id,
    "Content-Type": `multipart/form-data; boundary=${boundary}`,
    Accept: "text/x-component",
    Origin: origin,
    "Sec-Fetch-Site": "same-origin",
  };
}
