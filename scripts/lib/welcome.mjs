import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectRoot } from "./project.mjs";

const accountsFile = join(projectRoot, "prisma", "seed", "demo-accounts.json");

/** Says where the portal is, where its mail goes, who can sign in on the demo, where the logs are and how to stop. */
export function printWelcome({ origin, inboxUrl, demo, dataDir, seconds }) {
  const lines = ["", `Twotier is ready at ${origin}  (${seconds.toFixed(1)} s)`];
  if (inboxUrl) lines.push(`Mail it sends appears at ${inboxUrl}`);
  if (demo && existsSync(accountsFile))
    lines.push("", "Demo accounts", ...table(JSON.parse(readFileSync(accountsFile, "utf8"))));
  lines.push("", `Logs: ${relative(process.cwd(), join(dataDir, "logs"))}   Stop: Ctrl-C`, "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

function table(accounts) {
  const columns = ["email", "password", "organisation", "role"];
  const widths = columns.map((column) =>
    Math.max(...accounts.map((account) => String(account[column]).length)),
  );
  return accounts.map((account) =>
    `  ${columns.map((column, i) => String(account[column]).padEnd(widths[i])).join("  ")}`.trimEnd(),
  );
}
