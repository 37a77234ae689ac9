import { afterEach, describe, expect, test } from "vitest";
import { newId } from "#/domain/kernel/ids";
import { cleanUp } from "#/worker/jobs/clean-up";
import { expireInvitations } from "#/worker/jobs/expire-invitations";
import { daysAfter } from "../../../prisma/seed/records/record-writer";
import { anIndirectProvider, anInvitation } from "../../support/builders";
import { fixtures } from "../../support/database";
import { clock, runtime } from "../../support/runtime";

afterEach(() => clock.reset());

async function statusOf(id: string): Promise<string | undefined> {
  return (await fixtures.partnershipInvitation.findUnique({ where: { id } }))?.status;
}

describe("invitations that ran out", () => {
  test.each(["draft", "sent", "opened"] as const)(
    "are closed to the second when they were %s",
    async (status) => {
      const provider = await anIndirectProvider().create();
      const expiresAt = new Date("2027-03-01T12:00:00Z");
      const { id } = await anInvitation(provider, { status, expiresAt });
      clock.moveTo(new Date("2027-03-01T11:59:59Z"));
      await expireInvitations(runtime);
      expect(await statusOf(id)).toBe(status);
      clock.advance({ seconds: 1 });
      await expireInvitations(runtime);
      expect(await statusOf(id)).toBe("expired");
    },
  );

  test.each(["accepted", "declined", "revoked", "expired"] as const)(
    "stay as they are when they were %s",
    async (status) => {
      const provider = await anIndirectProvider().create();
      const { id } = await anInvitation(provider, { status, expiresAt: daysAfter(clock.now(), 1) });
      const before = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
      clock.advance({ days: 2 });
      await expireInvitations(runtime);
      expect(await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } })).toEqual(before);
    },
  );
});

describe("cleaning up", () => {
  test("removes what has served its time and nothing younger", async () => {
    const provider = await anIndirectProvider().create();
    const { userId, organisationId } = provider.admin;
    const now = new Date("2028-05-01T08:00:00Z");
    clock.moveTo(now);
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const answer = (key: string, createdAt: Date) => ({
      actorId: userId,
      organisationId,
      operation: "test.draft",
      key,
      inputHash: new Uint8Array(32),
      createdAt,
    });
    await fixtures.idempotencyRecord.createMany({
      data: [answer("old", hoursAgo(48.1)), answer("young", hoursAgo(47.9))],
    });
    const session = (expiresAt: Date, revokedAt: Date | null) => ({
      id: newId(),
      userId,
      organisationId,
      expiresAt,
      revokedAt,
    });
    const gone = [session(daysAfter(now, -31), null), session(daysAfter(now, 1), daysAfter(now, -31))];
    const kept = [
      session(daysAfter(now, -29), null),
      session(daysAfter(now, 1), daysAfter(now, -29)),
      session(daysAfter(now, 1), null),
    ];
    await fixtures.userSession.createMany({ data: [...gone, ...kept] });
    const limit = (key: string, expire: number | null) => ({
      key,
      points: 1,
      expire: expire === null ? null : BigInt(expire),
    });
    await fixtures.rateLimit.createMany({
      data: [
        limit(`${userId} old`, now.getTime() - 1),
        limit(`${userId} young`, now.getTime() + 1_000),
        limit(`${userId} lasting`, null),
      ],
    });
    const createdAt = daysAfter(now, -125);
    const draft = await anInvitation(provider, { status: "draft", createdAt });
    const shared = await anInvitation(provider, { status: "sent", createdAt });
    const recent = await anInvitation(provider, { status: "draft", createdAt: daysAfter(now, -100) });

    await cleanUp(runtime);

    const answers = await fixtures.idempotencyRecord.findMany({ where: { actorId: userId } });
    expect(answers.map(({ key }) => key)).toEqual(["young"]);
    const left = await fixtures.userSession.findMany({
      where: { id: { in: [...gone, ...kept].map(({ id }) => id) } },
    });
    expect(left.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
    const limits = await fixtures.rateLimit.findMany({ where: { key: { startsWith: userId } } });
    expect(limits.map(({ key }) => key.split(" ")[1]).sort()).toEqual(["lasting", "young"]);
    expect(await statusOf(draft.id)).toBeUndefined();
    expect(await statusOf(shared.id)).toBe("sent");
    expect(await statusOf(recent.id)).toBe("draft");
  });

  test("goes on batch by batch until all is gone, and stops when told to", async () => {
    const provider = await anIndirectProvider().create();
    clock.moveTo(new Date("2029-01-01T00:00:00Z"));
    await fixtures.idempotencyRecord.createMany({
      data: Array.from({ length: 2_500 }, (_, index) => ({
        actorId: provider.admin.userId,
        organisationId: provider.id,
        operation: "test.draft",
        key: String(index),
        inputHash: new Uint8Array(32),
        createdAt: new Date("2028-12-01T00:00:00Z"),
      })),
    });
    const left = () => fixtures.idempotencyRecord.count({ where: { organisationId: provider.id } });
    await cleanUp(runtime, AbortSignal.abort());
    expect(await left()).toBe(2_500);
    await cleanUp(runtime);
    expect(await left()).toBe(0);
  });
});
