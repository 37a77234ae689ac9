import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "#/db/client";
import { visitor } from "#/domain/authorisation/actor";
import { ok } from "#/domain/kernel/result";
import { defineQuery } from "#/domain/operation";
import { runOperation } from "#/platform/run-operation";
import { anIndirectProvider, aPerson, type BuiltOrganisation } from "../../support/builders";
import { applicationUrl, fixtures, owner } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { draftOperation } from "../../support/draft-operation";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock, runtime } from "../../support/runtime";
import { startTcpProxy } from "../../support/tcp-proxy";

const draft = draftOperation();
const key = "form-key-0001-abcdef";

async function recordsOf({ id }: BuiltOrganisation) {
  const where = { organisationId: id };
  return {
    invitations: await fixtures.partnershipInvitation.count({ where: { providerId: id } }),
    audits: await fixtures.auditRecord.count({ where }),
    events: await fixtures.domainEvent.count({ where }),
    mails: await fixtures.mailMessage.count({ where }),
  };
}

const one = { invitations: 1, audits: 1, events: 1, mails: 1 };
const refusedOnly = { invitations: 0, audits: 1, events: 0, mails: 0 };
const nothing = { invitations: 0, audits: 0, events: 0, mails: 0 };

afterEach(() => clock.reset());

describe("a change", () => {
  test("commits with its audit record, its event and its mail, at one instant", async () => {
    const provider = await anIndirectProvider().create();
    clock.moveTo(new Date("2026-12-01T10:00:00Z"));
    const call = { source: "csv", correlationId: "call-1" } as const;
    const { id } = valueIn(await runAs(provider.admin, draft, { language: "it" }, call));
    expect(await recordsOf(provider)).toEqual(one);
    const audit = await fixtures.auditRecord.findFirstOrThrow({ where: { organisationId: provider.id } });
    expect(audit).toMatchObject({
      actorUserId: provider.admin.userId,
      actorName: provider.admin.name,
      operation: "test.draft",
      outcome: "succeeded",
      resourceId: id,
      after: { language: "it" },
      occurredAt: clock.now(),
      source: "csv",
      correlationId: "call-1",
    });
    const invitation = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(invitation.createdAt).toEqual(clock.now());
  });

  test("that is refused by a rule leaves nothing but the refusal in the activity log", async () => {
    const provider = await anIndirectProvider().create();
    const result = await runAs(provider.admin, draft, { language: "en", refuse: true });
    expect(refusalCodeIn(result)).toBe("test.refused");
    expect(await recordsOf(provider)).toEqual(refusedOnly);
    const audit = await fixtures.auditRecord.findFirstOrThrow({ where: { organisationId: provider.id } });
    expect(audit).toMatchObject({ outcome: "failed", failureCode: "test.refused", operation: "test.draft" });
  });

  test("that breaks leaves nothing at all", async () => {
    const provider = await anIndirectProvider().create();
    const breaking = draftOperation({
      afterwards: () => {
        throw new Error("somebody pulled the plug");
      },
    });
    await expect(runAs(provider.admin, breaking, { language: "en" }, { key })).rejects.toThrow(
      "pulled the plug",
    );
    expect(await recordsOf(provider)).toEqual(nothing);
    expect(await fixtures.idempotencyRecord.count({ where: { organisationId: provider.id } })).toBe(0);
  });

  test("whose event cannot be written does not happen", async () => {
    const provider = await anIndirectProvider().create();
    const nonsense = draftOperation({ tellsNonsense: true });
    await expect(runAs(provider.admin, nonsense, { language: "en" })).rejects.toThrow();
    expect(await recordsOf(provider)).toEqual(nothing);
  });

  test("that keeps what it wrote on failure says so, and keeps it with its record", async () => {
    const provider = await anIndirectProvider().create();
    const always = draftOperation({ commitOn: "always" });
    expect((await runAs(provider.admin, always, { language: "en", refuse: true })).ok).toBe(false);
    expect(await recordsOf(provider)).toEqual(one);
  });

  test("is tried again when PostgreSQL could not order it among others, and then happens once", async () => {
    const provider = await anIndirectProvider().create();
    const tangled = draftOperation({
      afterwards: (attempt) => {
        if (attempt < 3) throw Object.assign(new Error("could not serialize access"), { code: "40001" });
      },
    });
    expect((await runAs(provider.admin, tangled, { language: "en" }, { key })).ok).toBe(true);
    expect(await recordsOf(provider)).toEqual(one);
  });

  test("that cannot be ordered among others is given up as busy after a few tries", async () => {
    const provider = await anIndirectProvider().create();
    let tries = 0;
    const hopeless = draftOperation({
      afterwards: () => {
        tries += 1;
        throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
      },
    });
    expect(refusalCodeIn(await runAs(provider.admin, hopeless, { language: "en" }))).toBe("conflict.busy");
    expect(tries).toBe(4);
    expect(await recordsOf(provider)).toEqual(nothing);
  });

  test("during which the database is away is answered with when to come back", async () => {
    const provider = await anIndirectProvider().create();
    const proxy = await startTcpProxy(applicationUrl);
    const url = new URL(applicationUrl);
    url.hostname = "127.0.0.1";
    url.port = String(proxy.port);
    const database = openDatabase({ url: url.href, poolSize: 1 });
    const run = () =>
      runOperation(
        draft,
        provider.admin,
        { language: "en" },
        { correlationId: "c", source: "page" },
        { ...runtime, database },
      );
    await proxy.goAway();
    expect(await run()).toEqual({ ok: false, failure: { kind: "unavailable", retryAfterSeconds: 5 } });
    await proxy.comeBack();
    expect((await run()).ok).toBe(true);
    expect(await recordsOf(provider)).toEqual(one);
    await database.close();
    await proxy.stop();
  });
});

describe("a form that arrives more than once (R49)", () => {
  test("gets the first answer again, without its secret, and changes nothing more", async () => {
    const provider = await anIndirectProvider().create();
    const first = valueIn(await runAs(provider.admin, draft, { language: "en" }, { key }));
    const second = valueIn(await runAs(provider.admin, draft, { language: "en" }, { key }));
    expect(first.secret.reveal()).toBe("moon-water-42");
    expect(second).toEqual({ id: first.id, secret: null });
    expect(await recordsOf(provider)).toEqual(one);
    const stored = await owner.query(
      "select result::text from idempotency_record where organisation_id = $1",
      [provider.id],
    );
    expect(JSON.stringify(stored.rows)).not.toContain("moon-water");
  });

  test("R3: sent twenty times at once it happens once, and every sender gets that answer", async () => {
    const provider = await anIndirectProvider().create();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => runAs(provider.admin, draft, { language: "en" }, { key })),
    );
    expect(new Set(results.map((result) => valueIn(result).id)).size).toBe(1);
    expect(await recordsOf(provider)).toEqual(one);
  });

  test("is refused when the same key brings other content", async () => {
    const provider = await anIndirectProvider().create();
    valueIn(await runAs(provider.admin, draft, { language: "en" }, { key }));
    const other = await runAs(provider.admin, draft, { language: "it" }, { key });
    expect(refusalCodeIn(other)).toBe("conflict.key_reused");
    expect(await recordsOf(provider)).toEqual({ ...one, audits: 2 });
  });

  test("may be sent again with its key after it was refused", async () => {
    const provider = await anIndirectProvider().create();
    expect((await runAs(provider.admin, draft, { language: "en", refuse: true }, { key })).ok).toBe(false);
    expect((await runAs(provider.admin, draft, { language: "en", refuse: false }, { key })).ok).toBe(true);
  });

  test("is another form when another person, or another organisation, sends the same key", async () => {
    const provider = await anIndirectProvider().create();
    const colleague = await aPerson(provider, "sales_agent");
    const stranger = await anIndirectProvider().create();
    const ids = await Promise.all(
      [provider.admin, colleague, stranger.admin].map(
        async (actor) => valueIn(await runAs(actor, draft, { language: "en" }, { key })).id,
      ),
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe("a change that may not be", () => {
  test("for the person's roles is refused with who may, kept in the activity log, and writes nothing else", async () => {
    const provider = await anIndirectProvider().create();
    const result = await runAs(provider.as("billing_admin"), draft, { language: "en" });
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: "forbidden",
        code: "access.role_missing",
        params: { roles: "global_admin,user_admin,admin_agent,sales_agent" },
      },
    });
    expect(await recordsOf(provider)).toEqual(refusedOnly);
  });

  test("for strangers is refused without a trace of theirs", async () => {
    const before = await databaseDigest();
    expect(refusalCodeIn(await runAs(visitor, draft, { language: "en" }))).toBe("unauthenticated");
    expect(await databaseDigest()).toEqual(before);
  });

  test("for its content is refused field by field, before anything is touched", async () => {
    const provider = await anIndirectProvider().create();
    const before = await databaseDigest();
    const wrong = { language: "xx", refuse: "no", price: 1 } as never;
    expect(refusalCodeIn(await runAs(provider.admin, draft, wrong))).toBe(
      "language:field.invalid refuse:field.required price:field.unknown",
    );
    expect(await databaseDigest()).toEqual(before);
  });
});

describe("a query", () => {
  test("cannot write, whatever it tries", async () => {
    const provider = await anIndirectProvider().create();
    const sneaky = defineQuery({
      name: "test.sneaky",
      access: "partnership.list",
      input: z.strictObject({}),
      run: async (tx) => ok(await tx.db.$executeRaw`update partnership_invitation set language = 'it'`),
    });
    await expect(queryAs(provider.admin, sneaky, {})).rejects.toThrow(/read-only/);
  });
});
