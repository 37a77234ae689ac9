import { expect, test } from "vitest";
import { can } from "#/domain/authorisation/authorise";
import { rolesOf } from "#/domain/authorisation/roles";
import { userActor } from "../../support/actors";
import { anIndirectProvider, anIndirectReseller, aTenant, aVendorOperator } from "../../support/builders";
import { refusalCodeIn } from "../../support/run";
import { everyOperation, probe } from "./every-operation";

const organisations = [
  await aVendorOperator().create(),
  await anIndirectProvider().create(),
  await anIndirectReseller().create(),
  await aTenant().create(),
];

test("R11: with a temporary password nothing but the own account is open, whatever is called and by whom", async () => {
  const opened: string[] = [];
  let refused = 0;
  for (const organisation of organisations) {
    const roles = [...rolesOf[organisation.kind]];
    const actor = { ...userActor({ organisation, roles }), mustChangePassword: true };
    for (const probed of everyOperation) {
      if (typeof probed.access === "object" || probed.access === "own_account.manage") continue;
      if (!can(actor, probed.access)) continue;
      const code = refusalCodeIn(await probe(probed, actor, { nothingHasThisField: true }));
      if (code === "access.password_change_needed") refused += 1;
      else opened.push(`${probed.name} as ${organisation.kind}: ${code}`);
    }
  }
  expect(opened).toEqual([]);
  expect(refused).toBeGreaterThan(40);
});
