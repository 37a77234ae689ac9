import { describe, expect, test } from "vitest";
import { actAs } from "#/db/act-as";
import { Prisma } from "#/db/generated/client";
import { sql } from "#/db/sql";
import type { UserActor } from "#/domain/authorisation/actor";
import { newId } from "#/domain/kernel/ids";
import { userActor } from "../../support/actors";
import { aCustomer, anIndirectProvider, anIndirectReseller, aPartnership } from "../../support/builders";
import { runtime } from "../../support/runtime";

const provider = await anIndirectProvider().create();
const reseller = await anIndirectReseller().create();
await aPartnership(provider, reseller);
const customer = await aCustomer(provider, { reseller });
const actors = {
  reseller: userActor({ organisation: reseller, roles: ["global_admin"] }),
  customer: userActor({ organisation: customer.tenant, roles: ["customer_global_admin"] }),
};

function stateOf(actor: UserActor, statement: string): Promise<string> {
  return actAs(runtime.database, actor, { readOnly: true }, (unit) => unit.rows(Prisma.raw(statement))).then(
    (rows) => `${rows.length} rows`,
    (error: { code?: string }) => String(error.code),
  );
}

describe("columns that are not for everybody who may see the row", () => {
  test.each([
    ["reseller", "tags", "customer"],
    ["reseller", "qualification_detail", "customer"],
    ["customer", "tags", "customer"],
    ["customer", "review_status", "customer"],
    ["customer", "ineligibility_reasons", "partner_card"],
    ["customer", "program_status", "partner_card"],
  ] as const)("a %s reads no %s of a %s", async (who, column, table) => {
    expect(await stateOf(actors[who], `select "${column}" from "${table}"`)).toBe("42501");
    expect(await stateOf(actors[who], `select company_name from "${table}"`)).toMatch(/^[1-9]\d* rows$/);
  });
});

test("R40: a provider makes no account outside the domain of the tenant it makes", async () => {
  const actor = userActor({ organisation: provider, roles: ["global_admin"] });
  const domain = `${newId()}.onmicrosoft.example`;
  const made = actAs(runtime.database, actor, { readOnly: false }, (unit) =>
    unit.rows(sql`select create_customer_tenant(${newId()}::uuid, 'A company', ${domain}, 'IT'::bpchar, 'EU', 'EUR'::bpchar, 'en', 'en-US',
      ${newId()}::uuid, ${`admin@${newId()}.example`}, 'A', 'Person', 'a@person.example', 'hash', ${newId()}::uuid)`),
  );
  await expect(made).rejects.toMatchObject({ code: "42501" });
});
