import { describe, expect, test } from "vitest";
import { actAs } from "#/db/act-as";
import { sql } from "#/db/sql";
import type { UserActor } from "#/domain/authorisation/actor";
import { listCustomers } from "#/domain/customer/queries/list-customers";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aTenant,
  aVendorOperator,
  type BuiltOrganisation,
} from "../../support/builders";
import { database, fixtures } from "../../support/database";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, valueIn } from "../../support/run";
import { uniqueWord } from "../../support/unique";

type Search = Partial<Parameters<typeof queryAs<typeof listCustomers.input, unknown>>[2]>;

async function namesSeenBy(viewer: BuiltOrganisation, search: Search = {}): Promise<readonly string[]> {
  return valueIn(await queryAs(viewer.admin, listCustomers, search)).items.map(
    ({ companyName }) => companyName,
  );
}

async function aNamedCustomer(provider: BuiltOrganisation, name: string, reseller?: BuiltOrganisation) {
  const tenant = await aTenant().named(name).create();
  return aCustomer(provider, { tenant, ...(reseller && { reseller }) });
}

async function aProviderWithTwoResellers() {
  const [provider, first, second] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
    anIndirectReseller().create(),
  ]);
  await aPartnership(provider, first);
  await aPartnership(provider, second);
  return { provider, first, second };
}

describe("the customer list", () => {
  test("span 222: a row tells name, Microsoft ID, domain, reseller, contact and how many subscriptions there are", async () => {
    const { provider, first } = await aProviderWithTwoResellers();
    const customer = await aCustomer(provider, { reseller: first });
    await aSubscription(customer, { offer: await anOffer() });
    const [row] = valueIn(await queryAs(provider.admin, listCustomers, {})).items;
    expect(row).toEqual({
      id: customer.id,
      tenantId: customer.tenant.id,
      companyName: customer.tenant.companyName,
      primaryDomain: customer.tenant.primaryDomain,
      country: "IT",
      partnerName: first.companyName,
      subscriptionCount: 1,
      contactName: "Contact Person",
      contactEmail: `contact@${customer.tenant.primaryDomain}`,
      contactPhone: null,
    });
  });

  test("is ordered by name, without regard to capitals and accents, and a name comes before longer ones", async () => {
    const provider = await anIndirectProvider().create();
    for (const name of ["zeta", "Alpha Beta", "Èdera", "alpha", "Edison"])
      await aNamedCustomer(provider, name);
    expect(await namesSeenBy(provider)).toEqual(["alpha", "Alpha Beta", "Èdera", "Edison", "zeta"]);
  });

  test("span 211: finds a customer by any part of name, domain or Microsoft ID, in any case, with or without accents", async () => {
    const provider = await anIndirectProvider().create();
    const found = await aNamedCustomer(provider, "Società Òrobica 100%_test");
    await aNamedCustomer(provider, "Another");
    const { companyName, primaryDomain, id } = found.tenant;
    for (const q of [
      "societa",
      "ÒROB",
      "s",
      "100%_",
      primaryDomain.slice(2, 7),
      id,
      id.slice(9, 20).toUpperCase(),
      "  società   òrobica ",
    ]) {
      expect(await namesSeenBy(provider, { q }), q).toContain(companyName);
    }
    expect(await namesSeenBy(provider, { q: "%" })).toEqual([companyName]);
    expect(await namesSeenBy(provider, { q: "1_0" })).toEqual([]);
    expect(await namesSeenBy(provider, { q: "\\" })).toEqual([]);
    expect(await namesSeenBy(provider, { q: "nobody at all" })).toEqual([]);
  });

  test.each(["a\u0000b", "\uD800", "x\u202Ey", "\uFFFE"])(
    "a search for %j finds nothing and breaks nothing",
    async (q) => {
      const provider = await anIndirectProvider().create();
      await aCustomer(provider);
      expect(await namesSeenBy(provider, { q })).toEqual([]);
    },
  );

  test("span 212: shows the customers of one indirect reseller, of none, and of former partners", async () => {
    const { provider, first, second } = await aProviderWithTwoResellers();
    await aNamedCustomer(provider, "Of first", first);
    await aNamedCustomer(provider, "Of second", second);
    await aNamedCustomer(provider, "Of nobody");
    expect(await namesSeenBy(provider, { partner: first.id })).toEqual(["Of first"]);
    expect(await namesSeenBy(provider, { partner: "none" })).toEqual(["Of nobody"]);
    expect(await namesSeenBy(provider, { partner: "former" })).toEqual([]);
    await fixtures.partnership.updateMany({
      where: { providerId: provider.id, resellerId: first.id },
      data: { state: "removed", removedAt: new Date() },
    });
    expect(await namesSeenBy(provider, { partner: "former" })).toEqual(["Of first"]);
    expect(await namesSeenBy(provider, { partner: first.id })).toEqual(["Of first"]);
    expect(await namesSeenBy(provider, { partner: "former", q: "second" })).toEqual([]);
    expect(await namesSeenBy(provider, { partner: "former", q: "of" })).toEqual(["Of first"]);
    expect(await namesSeenBy(provider, { partner: "none", q: "nobody" })).toEqual(["Of nobody"]);
    expect(await namesSeenBy(provider, { partner: second.id, q: "of" })).toEqual(["Of second"]);
    await aPartnership(provider, first);
    expect(await namesSeenBy(provider, { partner: "former" })).toEqual([]);
  });

  test("names the partner it is filtered by, also when that partner has no customers", async () => {
    const { provider, first, second } = await aProviderWithTwoResellers();
    await aNamedCustomer(provider, "Of first", first);
    for (const reseller of [first, second]) {
      const page = valueIn(await queryAs(provider.admin, listCustomers, { partner: reseller.id }));
      expect(page.partnerName).toBe(reseller.companyName);
    }
    const stranger = await anIndirectReseller().create();
    expect(
      valueIn(await queryAs(provider.admin, listCustomers, { partner: stranger.id })).partnerName,
    ).toBeNull();
  });

  test("pages forth and back without loss or repetition, searched or not, also between equal names", async () => {
    const provider = await anIndirectProvider().create();
    const word = uniqueWord();
    for (let n = 0; n < 90; n += 1)
      await aNamedCustomer(provider, n % 3 === 0 ? `${word} same` : `${word} ${n % 10}`);
    for (const search of [
      {},
      { q: word },
      { partner: "none" as const },
      { partner: "none" as const, q: word },
    ]) {
      const first = valueIn(await queryAs(provider.admin, listCustomers, search));
      const second = valueIn(
        await queryAs(provider.admin, listCustomers, { ...search, after: first.next ?? "" }),
      );
      const third = valueIn(
        await queryAs(provider.admin, listCustomers, { ...search, after: second.next ?? "" }),
      );
      expect([first.items.length, second.items.length, third.items.length]).toEqual([40, 40, 10]);
      const ids = [...first.items, ...second.items, ...third.items].map(({ id }) => id);
      expect(new Set(ids).size).toBe(90);
      expect([first.previous, third.next]).toEqual([null, null]);
      const back = valueIn(
        await queryAs(provider.admin, listCustomers, { ...search, before: third.previous ?? "" }),
      );
      expect(back.items).toEqual(second.items);
      const start = valueIn(
        await queryAs(provider.admin, listCustomers, { ...search, before: back.previous ?? "" }),
      );
      expect(start.items).toEqual(first.items);
    }
  });

  test("a cursor of another list, or an altered one, gives the first page", async () => {
    const provider = await anIndirectProvider().create();
    for (let n = 0; n < 41; n += 1) await aNamedCustomer(provider, `Customer ${n}`);
    const first = valueIn(await queryAs(provider.admin, listCustomers, {}));
    const cursor = first.next ?? "";
    for (const search of [{ after: `${cursor}x` }, { after: "nonsense" }, { q: "customer", after: cursor }]) {
      const page = valueIn(await queryAs(provider.admin, listCustomers, search));
      expect(page.items.length, JSON.stringify(search)).toBe(40);
      expect(page.previous).toBeNull();
    }
  });
});

describe("who sees which customers", () => {
  test("R2: a provider never sees another provider's customers, nor those it no longer serves, searched or not", async () => {
    const [mine, other] = await Promise.all([anIndirectProvider().create(), anIndirectProvider().create()]);
    const reseller = await anIndirectReseller().create();
    await aPartnership(mine, reseller);
    await aPartnership(other, reseller);
    await aNamedCustomer(mine, "Canary mine", reseller);
    await aNamedCustomer(other, "Canary other", reseller);
    const removed = await aNamedCustomer(mine, "Canary gone", reseller);
    await fixtures.customer.update({
      where: { id: removed.id },
      data: { relationship: "removed", removedAt: new Date() },
    });
    for (const search of [
      {},
      { q: "canary" },
      { partner: reseller.id },
      { partner: reseller.id, q: "canary" },
    ]) {
      expect(await namesSeenBy(mine, search)).toEqual(["Canary mine"]);
      expect(await namesSeenBy(other, search)).toEqual(["Canary other"]);
    }
    expect(await namesSeenBy(mine, { partner: other.id })).toEqual([]);
  });

  test("R3, G23: a reseller under two providers sees the customers of both, a provider only its own, each once", async () => {
    const [first, second, stranger] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectProvider().create(),
      anIndirectReseller().create(),
    ]);
    const reseller = await anIndirectReseller().create();
    for (const provider of [first, second]) await aPartnership(provider, reseller);
    await aPartnership(first, stranger);
    await aNamedCustomer(first, "Shared with first", reseller);
    await aNamedCustomer(second, "Shared with second", reseller);
    await aNamedCustomer(first, "Shared with nobody");
    await aNamedCustomer(first, "Shared elsewhere", stranger);
    expect(await namesSeenBy(reseller)).toEqual(["Shared with first", "Shared with second"]);
    expect(await namesSeenBy(reseller, { q: "shared" })).toEqual(["Shared with first", "Shared with second"]);
    expect(await namesSeenBy(reseller, { partner: second.id })).toEqual(["Shared with second"]);
    expect(await namesSeenBy(reseller, { partner: second.id, q: "first" })).toEqual([]);
    expect(await namesSeenBy(reseller, { partner: "none" })).toEqual([]);
    expect(await namesSeenBy(reseller, { partner: "former", q: "shared" })).toEqual([]);
    const [row] = valueIn(await queryAs(reseller.admin, listCustomers, {})).items;
    expect(row).toMatchObject({ partnerName: first.companyName });
  });

  test("A5, B5: customers and the vendor operator have no customer list, nor have roles without the right", async () => {
    const [provider, tenant, vendor] = await Promise.all([
      anIndirectProvider().create(),
      aTenant().create(),
      aVendorOperator().create(),
    ]);
    for (const actor of [tenant.admin, vendor.admin]) {
      expect(refusalCodeIn(await queryAs(actor, listCustomers, {}))).toBe("access.organisation_kind");
    }
    expect(refusalCodeIn(await queryAs(provider.as("report_viewer"), listCustomers, {}))).toBe(
      "access.role_missing",
    );
    expect((await queryAs(provider.as("billing_admin"), listCustomers, {})).ok).toBe(true);
  });

  test("the search door finds nothing for a capacity the caller does not have", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    await aPartnership(provider, reseller);
    await aNamedCustomer(provider, "Canary door", reseller);
    const found = (actor: UserActor, capacity: string) =>
      actAs(database, actor, { readOnly: true }, (unit) =>
        unit.rows(
          sql`select id from find_customers('canary', ${capacity}, 'all', null, null, null, false, 40)`,
        ),
      );
    expect(await found(provider.admin, "provider")).toHaveLength(1);
    expect(await found(reseller.admin, "reseller")).toHaveLength(1);
    expect(await found(provider.admin, "reseller")).toEqual([]);
    expect(await found(reseller.admin, "provider")).toEqual([]);
    expect(await found(provider.admin, "anything")).toEqual([]);
  });
});
