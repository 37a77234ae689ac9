import { parseArgs } from "node:util";
import type { z } from "zod";
import { createOrganisation } from "#/domain/organisation/operations/create-organisation";
import { lookUp } from "#/platform/i18n/look-up";
import { runOperation } from "#/platform/run-operation";
import { runtime } from "#/platform/unit-of-work";

const usage = `Makes an organisation with its first administrator and prints the temporary password, once.

  npm run organisation:create -- --kind vendor_operator --company "Zenith Cloud" --domain zenith.example --country IT \\
    --first Ada --last Rossi --email ada@zenith.example
  npm run organisation:create -- --kind indirect_provider --company "Brenta Distribuzione" --domain brenta.example --country IT \\
    --partner-id 1234567 --first Ada --last Rossi --email ada@brenta.example --language it

Kinds: vendor_operator, indirect_provider, indirect_reseller. Partners need --partner-id (their location id).
`;

function readInput(): z.input<typeof createOrganisation.input> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      kind: text,
      company: text,
      domain: text,
      country: text,
      "partner-id": text,
      first: text,
      last: text,
      email: text,
      language: text,
    },
  });
  return {
    kind: (values.kind ?? "") as "vendor_operator",
    companyName: values.company ?? "",
    domain: values.domain ?? "",
    country: values.country ?? "",
    partnerId: values["partner-id"] ?? null,
    firstName: values.first ?? "",
    lastName: values.last ?? "",
    email: values.email ?? "",
    language: values.language === "it" ? "it" : "en",
  };
}

async function create(): Promise<string> {
  const context = { correlationId: crypto.randomUUID(), source: "command" } as const;
  const result = await runOperation(
    createOrganisation,
    { kind: "system", job: "create_organisation" },
    readInput(),
    context,
  );
  if (result.ok)
    return `Sign in as ${result.value.signInName} with ${result.value.password.reveal()}\nThe password is shown only now and must be changed at the first sign-in.\n`;
  const { failure } = result;
  if (failure.kind === "invalid") {
    const lines = failure.problems.map(
      ({ field, code, params }) => `  ${field}: ${lookUp("en", "problems", code, params ?? {}) ?? code}`,
    );
    throw new Error(`${lines.join("\n")}\n\n${usage}`);
  }
  const code = "code" in failure ? failure.code : failure.kind;
  throw new Error(
    lookUp("en", "failures", `${code}.message`, "params" in failure ? (failure.params ?? {}) : {}) ?? code,
  );
}

try {
  process.stdout.write(await create());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await runtime().database.close();
}
