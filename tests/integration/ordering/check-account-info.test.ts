import { beforeAll, describe, expect, test } from "vitest";
import { createCustomer } from "#/domain/customer/operations/create-customer";
import { checkAccountInfo } from "#/domain/customer/queries/check-account-info";
import { checkDomain } from "#/domain/customer/queries/check-domain";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { anAccount, anAgreementText, withoutOrder } from "./new-customers";
import { aStory } from "./story";

beforeAll(anAgreementText);

describe("the account info step", () => {
  test("span 196: is judged by the rules of creation before anything is written, warnings apart", async () => {
    const { orderer } = await aStory();
    const before = await databaseDigest();
    const account = anAccount({ companyName: "rossi.com" });
    expect(valueIn(await queryAs(orderer, checkAccountInfo, { account }))).toEqual({
      problems: [],
      warnings: [{ field: "companyName", code: "company_name.looks_like_domain" }],
    });
    const bad = anAccount({ companyName: "srl", address: { ...account.address, postalCode: "1" } });
    const { problems } = valueIn(await queryAs(orderer, checkAccountInfo, { account: bad }));
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "companyName company_name.only_legal_form",
      "address.postalCode address.postal_code.format",
    ]);
    expect(await databaseDigest()).toEqual(before);
  });

  test("R51: tells roles that cannot attest to let the customer accept directly", async () => {
    const { provider } = await aStory();
    const role = provider.as("user_admin");
    const { problems } = valueIn(await queryAs(role, checkAccountInfo, { account: anAccount() }));
    expect(problems).toEqual([{ field: "agreement.method", code: "customer.cannot_attest" }]);
    const direct = anAccount({ agreement: { method: "direct" } });
    expect(valueIn(await queryAs(role, checkAccountInfo, { account: direct })).problems).toEqual([]);
  });

  test("R40: a domain is free until a customer has it, whoever created that customer", async () => {
    const { orderer } = await aStory();
    const other = await aStory();
    const account = anAccount();
    const ask = () => queryAs(orderer, checkDomain, { prefix: ` ${account.domainPrefix.toUpperCase()} ` });
    const domain = `${account.domainPrefix}.onmicrosoft.example`;
    expect(valueIn(await ask())).toEqual({ domain, isFree: true });
    valueIn(await runAs(other.orderer, createCustomer, withoutOrder(account)));
    expect(valueIn(await ask())).toEqual({ domain, isFree: false });
    const { problems } = valueIn(await queryAs(orderer, checkAccountInfo, { account }));
    expect(problems).toEqual([{ field: "domainPrefix", code: "customer.domain_taken" }]);
  });

  test.each([
    ["", "domain_prefix.required"],
    ["a b", "domain_prefix.format"],
    ["a-b", "domain_prefix.format"],
    ["a".repeat(28), "domain_prefix.too_long"],
    ["a\u0000", "domain_prefix.format"],
  ])("refuses the prefix %j with %s", async (prefix, code) => {
    const { orderer } = await aStory();
    expect(refusalCodeIn(await queryAs(orderer, checkDomain, { prefix }))).toBe(`domainPrefix:${code}`);
  });
});
