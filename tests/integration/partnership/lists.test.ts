import { describe, expect, test } from "vitest";
import { listInvitations } from "#/domain/partnership/queries/list-invitations";
import { listProviders } from "#/domain/partnership/queries/list-providers";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { listResellers } from "#/domain/partnership/queries/list-resellers";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, valueIn } from "../../support/run";
import { uniqueDigits, uniqueWord } from "../../support/unique";

const aProvider = () => anIndirectProvider().create();
const aReseller = () => anIndirectReseller().create();
type Provider = Awaited<ReturnType<typeof aProvider>>;

async function namesIn(provider: Provider, search: string) {
  const page = valueIn(await queryAs(provider.admin, listResellers, { search }));
  return page.items.map(({ name }) => name);
}

describe("Indirect resellers", () => {
  test("R1: lists the own partnerships only, whoever asks", async () => {
    const [provider, other, reseller, foreign] = await Promise.all([
      aProvider(),
      aProvider(),
      aReseller(),
      aReseller(),
    ]);
    await aPartnership(provider, reseller);
    await aPartnership(other, foreign);
    await aPartnership(other, reseller);
    expect(await namesIn(provider, "")).toEqual([reseller.companyName]);
    expect(refusalCodeIn(await queryAs(reseller.admin, listResellers, {}))).toBe("access.organisation_kind");
    expect(refusalCodeIn(await queryAs(provider.as("billing_admin"), listResellers, {}))).toBe(
      "access.role_missing",
    );
    expect((await queryAs(provider.as("helpdesk_agent"), listResellers, {})).ok).toBe(true);
  });

  test("searches any part of name, domain, partner id and tenant id, whatever the case", async () => {
    const provider = await aProvider();
    const word = uniqueWord();
    const partnerId = `0${uniqueDigits().slice(1)}`;
    const sought = await anIndirectReseller()
      .with({ companyName: `Grüne ${word} Straße`, primaryDomain: `${word}-shop.example`, partnerId })
      .create();
    await aPartnership(provider, sought);
    await aPartnership(provider, await aReseller());
    for (const term of [
      word.slice(1, 8),
      `GRÜNE ${word}`,
      `${word}-SHOP.ex`,
      partnerId.slice(2, 9),
      sought.id.slice(0, 13),
    ]) {
      expect(await namesIn(provider, ` ${term} `)).toEqual([sought.companyName]);
    }
    for (const term of ["%", "_", `${word}%`, "\\", "' or true --"])
      expect(await namesIn(provider, term)).toEqual([]);
  });

  test("pages by name in both directions without losing or repeating a row", async () => {
    const provider = await aProvider();
    const resellers = await Promise.all(Array.from({ length: 43 }, aReseller));
    for (const reseller of resellers) await aPartnership(provider, reseller);
    const read = async (cursor?: string) =>
      valueIn(await queryAs(provider.admin, listResellers, cursor === undefined ? {} : { cursor }));
    const first = await read();
    expect(first.items).toHaveLength(40);
    expect(first.previous).toBeNull();
    const second = await read(first.next ?? "");
    expect(second.items).toHaveLength(3);
    expect(second.next).toBeNull();
    const listed = [...first.items, ...second.items].map(({ name }) => name);
    expect(listed).toEqual(resellers.map(({ companyName }) => companyName).toSorted());
    expect((await read(second.previous ?? "")).items).toEqual(first.items);
    expect((await read("forged")).items).toEqual(first.items);
  });

  test("shows how many customers are shared, and no other provider's", async () => {
    const [provider, other, reseller] = await Promise.all([aProvider(), aProvider(), aReseller()]);
    await aPartnership(provider, reseller);
    await aPartnership(other, reseller);
    await aCustomer(provider, { reseller });
    await aCustomer(provider, { reseller });
    await aCustomer(other, { reseller });
    await aCustomer(provider);
    const { items } = valueIn(await queryAs(provider.admin, listResellers, {}));
    expect(items).toMatchObject([{ customers: 2 }]);
    const providers = valueIn(await queryAs(reseller.admin, listProviders, {}));
    expect(providers.items.map(({ customers }) => customers).toSorted()).toEqual([1, 2]);
  });

  test("R10, R26: a reseller that lost its standing keeps its row, with the reason", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    await aPartnership(provider, reseller);
    await fixtures.organisation.update({
      where: { id: reseller.id },
      data: { programStatus: "deauthorized" },
    });
    const standing = { eligible: false, reason: "deauthorized" };
    expect(valueIn(await queryAs(provider.admin, listResellers, {})).items).toMatchObject([{ standing }]);
    expect(valueIn(await queryAs(provider.admin, listResellerOptions, {}))).toMatchObject([{ standing }]);
  });

  test("R17: a renamed reseller stands, is found and is sorted under its new name", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    await aPartnership(provider, reseller);
    const word = uniqueWord();
    await fixtures.organisation.update({ where: { id: reseller.id }, data: { companyName: `Aaa ${word}` } });
    expect(await namesIn(provider, word)).toEqual([`Aaa ${word}`]);
    expect(await namesIn(provider, reseller.companyName)).toEqual([]);
    const providers = valueIn(await queryAs(reseller.admin, listProviders, { search: provider.companyName }));
    expect(providers.items).toHaveLength(1);
  });
});

describe("Indirect providers", () => {
  test("span 138, R29: a reseller of two providers sees both, and each provider's people only themselves", async () => {
    const [one, two, reseller] = await Promise.all([aProvider(), aProvider(), aReseller()]);
    await aPartnership(one, reseller);
    await aPartnership(two, reseller);
    const read = (search: string) => queryAs(reseller.as("sales_agent"), listProviders, { search });
    expect(valueIn(await read("")).items).toHaveLength(2);
    expect(valueIn(await read(one.primaryDomain)).items).toMatchObject([
      { organisationId: one.id, supportEmail: `support@${one.primaryDomain}` },
    ]);
    expect(refusalCodeIn(await queryAs(one.admin, listProviders, {}))).toBe("access.organisation_kind");
    expect(refusalCodeIn(await queryAs(reseller.as("billing_admin"), listProviders, {}))).toBe(
      "access.role_missing",
    );
  });
});

describe("Pending invitations", () => {
  test("lists the open ones newest first, and on request those that have ended, with their state by now", async () => {
    const provider = await aProvider();
    const at = (days: number) => new Date(Date.now() - days * 86_400_000);
    const open = await anInvitation(provider, { createdAt: at(3), recipientEmail: "a@partner.example" });
    const newest = await anInvitation(provider, { createdAt: at(1) });
    const expired = await anInvitation(provider, { createdAt: at(9), expiresAt: at(2) });
    const revoked = await anInvitation(provider, { createdAt: at(2), status: "revoked" });
    const read = async (view: "open" | "all") =>
      valueIn(await queryAs(provider.admin, listInvitations, { view })).items;
    expect((await read("open")).map(({ id }) => id)).toEqual([newest.id, open.id]);
    const all = await read("all");
    expect(all.map(({ id, status }) => [id, status])).toEqual([
      [newest.id, "sent"],
      [revoked.id, "revoked"],
      [open.id, "sent"],
      [expired.id, "expired"],
    ]);
    expect(all.map(({ link }) => link !== null)).toEqual([true, false, true, false]);
    expect(all[0]?.link).toContain(newest.token);
  });

  test("shows the newest mail's delivery and why the last try was refused", async () => {
    const provider = await aProvider();
    const { id } = await anInvitation(provider);
    const mail = {
      organisationId: provider.id,
      subjectKind: "partnership_invitation",
      subjectId: id,
      recipient: "a@partner.example",
    };
    await fixtures.mailMessage.createMany({
      data: [
        { ...mail, id: crypto.randomUUID(), status: "sent", createdAt: new Date(Date.now() - 60_000) },
        { ...mail, id: crypto.randomUUID(), status: "failed", lastError: "550 no such user" },
      ],
    });
    const at = new Date();
    await fixtures.partnershipInvitation.update({
      where: { id },
      data: { lastRefusalCode: "other_region", lastRefusalAt: at },
    });
    expect(valueIn(await queryAs(provider.admin, listInvitations, {})).items).toMatchObject([
      {
        delivery: { state: "failed", reason: "550 no such user" },
        lastRefusal: { code: "other_region", at },
      },
    ]);
  });

  test("pages in both directions, also through invitations of one instant", async () => {
    const provider = await aProvider();
    const createdAt = new Date(Date.now() - 60_000);
    for (let index = 0; index < 41; index += 1) await anInvitation(provider, { createdAt });
    await anInvitation(provider);
    const first = valueIn(await queryAs(provider.admin, listInvitations, {}));
    const second = valueIn(await queryAs(provider.admin, listInvitations, { cursor: first.next ?? "" }));
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(42);
    const back = valueIn(await queryAs(provider.admin, listInvitations, { cursor: second.previous ?? "" }));
    expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  });

  test("R1: another provider sees none of them, and roles that may not ask see no links", async () => {
    const [provider, other] = await Promise.all([aProvider(), aProvider()]);
    await anInvitation(provider);
    expect(valueIn(await queryAs(other.admin, listInvitations, { view: "all" })).items).toEqual([]);
    expect(refusalCodeIn(await queryAs(provider.as("helpdesk_agent"), listInvitations, {}))).toBe(
      "access.role_missing",
    );
  });
});
