import { describe, expect, test } from "vitest";
import { visitor } from "#/domain/authorisation/actor";
import { everybodyMay, matrixOf } from "#/domain/authorisation/role-matrix";
import { organisationKinds, type Role } from "#/domain/authorisation/roles";
import { userActor } from "../../support/actors";
import { anIndirectProvider, anIndirectReseller, aTenant, aVendorOperator } from "../../support/builders";
import { everyOperation, probe } from "./every-operation";

const organisations = {
  vendor_operator: await aVendorOperator().create(),
  indirect_provider: await anIndirectProvider().create(),
  indirect_reseller: await anIndirectReseller().create(),
  customer: await aTenant().create(),
};

/** Read from the cells, not through the function under test. */
function cellsGrant(kind: (typeof organisationKinds)[number], role: Role, capability: string): boolean {
  if (everybodyMay.some((name) => name === capability)) return true;
  const { roles, rows } = matrixOf[kind];
  const column = (roles as readonly Role[]).indexOf(role);
  return Object.values(rows).some((row) => {
    const cell = row.cells.split(" ")[column];
    return (
      (row.does === capability && (cell === "D" || cell === "i")) ||
      ("reads" in row && row.reads === capability && cell !== "-")
    );
  });
}

describe("every role of every kind of organisation, against every operation and query", () => {
  test("there are many of them", () => {
    expect(everyOperation.length).toBeGreaterThanOrEqual(45);
  });

  for (const kind of organisationKinds) {
    for (const role of matrixOf[kind].roles) {
      test(`${kind}, ${role}: refused where the matrix says no, let in where it says yes`, async () => {
        const actor = userActor({ organisation: organisations[kind], roles: [role] });
        const differences: string[] = [];
        for (const probed of everyOperation) {
          if (typeof probed.access === "object") continue;
          // An input that no schema takes: whoever is let in is told so, and nothing is ever done.
          const result = await probe(probed, actor, { nothingHasThisField: true });
          const letIn = !result.ok && result.failure.kind === "invalid";
          const refused = !result.ok && result.failure.kind === "forbidden";
          const granted = cellsGrant(kind, role, probed.access);
          if (granted ? !letIn : !refused) differences.push(`${probed.name} (${granted ? "D" : "-"})`);
        }
        expect(differences).toEqual([]);
      });
    }
  }

  test("a person without a role is let in only where everybody is", async () => {
    const actor = userActor({ organisation: organisations.indirect_provider, roles: [] });
    const letIn: string[] = [];
    for (const probed of everyOperation) {
      const result = await probe(probed, actor, { nothingHasThisField: true });
      if (!result.ok && result.failure.kind === "invalid" && typeof probed.access === "string")
        letIn.push(probed.access);
    }
    expect(new Set(letIn)).toEqual(new Set(everybodyMay));
  });

  test("strangers are asked to sign in, whatever they call", async () => {
    const answers = await Promise.all(
      everyOperation
        .filter(({ access }) => typeof access === "string")
        .map((probed) => probe(probed, visitor, {})),
    );
    expect(new Set(answers.map((answer) => (answer.ok ? "done" : answer.failure.kind)))).toEqual(
      new Set(["unauthenticated"]),
    );
  });
});
