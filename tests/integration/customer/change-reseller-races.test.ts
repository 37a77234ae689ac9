import { expect, test } from "vitest";
import { changeReseller } from "#/domain/customer/operations/change-reseller";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aPerson,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { refusalCodeIn, runAs } from "../../support/run";

test("2055: of ten changes of the associated reseller at once one is stored, and the others are told to look again", async () => {
  const provider = await anIndirectProvider().create();
  const resellers = await Promise.all([anIndirectReseller().create(), anIndirectReseller().create()]);
  for (const reseller of resellers) await aPartnership(provider, reseller);
  const customer = await aCustomer(provider);
  const agent = await aPerson(provider, "admin_agent");
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, number) =>
      runAs(agent, changeReseller, {
        customerId: customer.id,
        version: 1,
        resellerId: resellers[number % 2]?.id ?? null,
      }),
    ),
  );
  const refused = results.filter((result) => !result.ok).map(refusalCodeIn);
  expect(refused).toEqual(Array(9).fill("conflict.stale"));
  const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } });
  expect(stored.version).toBe(2);
});
