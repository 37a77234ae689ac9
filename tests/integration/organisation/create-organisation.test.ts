import { expect, test } from "vitest";
import { createOrganisation } from "#/domain/organisation/operations/create-organisation";
import { signInWithPassword } from "#/platform/auth/sign-in";
import { systemActor } from "../../support/actors";
import { aVendorOperator } from "../../support/builders";
import { refusalCodeIn, runAs, valueIn } from "../../support/run";
import { uniqueWord } from "../../support/unique";

function anInput() {
  const word = uniqueWord();
  return {
    kind: "indirect_provider",
    companyName: `Company ${word}`,
    domain: `${word}.example`,
    country: "IT",
    partnerId: String(Math.floor(performance.now() * 1_000) % 10_000_000_000),
    firstName: "Ada",
    lastName: "Rossi",
    email: `ada@${word}.example`,
    language: "it",
  } as const;
}

test("makes a partner whose first administrator signs in with the temporary password", async () => {
  const input = anInput();
  const { password } = valueIn(await runAs(systemActor, createOrganisation, input));
  const outcome = await signInWithPassword(input.email, password.reveal(), {
    address: input.domain,
    userAgent: "test",
  });
  expect(outcome.ok).toBe(true);
  expect(JSON.stringify({ password })).toBe('{"password":null}');
});

test("refuses what is taken, a country without market, and a partner without id", async () => {
  const input = anInput();
  valueIn(await runAs(systemActor, createOrganisation, input));
  const other = anInput();
  const codes = [
    await runAs(systemActor, createOrganisation, { ...other, domain: input.domain }),
    await runAs(systemActor, createOrganisation, { ...other, partnerId: input.partnerId }),
    await runAs(systemActor, createOrganisation, { ...other, email: input.email }),
    await runAs(systemActor, createOrganisation, { ...other, country: "ZZ" }),
    await runAs(systemActor, createOrganisation, { ...other, partnerId: null }),
  ].map(refusalCodeIn);
  expect(codes).toEqual([
    "organisation.taken.domain",
    "organisation.taken.partner_id",
    "organisation.taken.sign_in_name",
    "organisation.no_market",
    "partnerId:partner_id.required",
  ]);
});

test("the vendor's support engineer cannot make organisations", async () => {
  const vendor = await aVendorOperator().create();
  expect(refusalCodeIn(await runAs(vendor.as("support_engineer"), createOrganisation, anInput()))).toBe(
    "access.role_missing",
  );
});
