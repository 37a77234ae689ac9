import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#/domain/kernel/ids";
import { type ConsumerTx, relayEvents } from "#/platform/outbox/relay";
import { consumers } from "#/worker/consumers/registry";
import { anIndirectProvider } from "../../support/builders";
import { fixtures } from "../../support/database";
import { anEvent, eventState, forgetEvents } from "../../support/domain-events";
import { clock, runtime } from "../../support/runtime";

beforeEach(forgetEvents);
afterEach(() => clock.reset());

async function noticesOf(organisationId: string): Promise<number> {
  return fixtures.notification.count({ where: { organisationId } });
}

async function tell({ unit }: ConsumerTx, organisationId: string): Promise<void> {
  await unit.db.notification.createMany({
    data: [{ id: newId(), organisationId, type: "order.completed", params: {}, roles: [] }],
  });
}

function tellIn(organisationId: string) {
  return { "test.happened": (tx: ConsumerTx) => tell(tx, organisationId) };
}

describe("relaying events", () => {
  test("two relays at once tell each of thirty events exactly once", async () => {
    const { id: organisationId } = await anIndirectProvider().create();
    const events = await Promise.all(
      Array.from({ length: 30 }, () => anEvent("test.happened", organisationId, {})),
    );
    const registry = tellIn(organisationId);
    const reports = await Promise.all([relayEvents(runtime, registry), relayEvents(runtime, registry)]);
    expect(reports.reduce((sum, { relayed }) => sum + relayed, 0)).toBe(30);
    expect(await noticesOf(organisationId)).toBe(30);
    for (const id of events) expect((await eventState(id)).isRelayed).toBe(true);
  });

  test("an event that cannot be told leaves nothing half told, stays visible with its reason, and holds up no other", async () => {
    const { id: organisationId } = await anIndirectProvider().create();
    const bad = await anEvent("test.broken", organisationId, {});
    const good = await anEvent("test.happened", organisationId, {});
    const registry = {
      ...tellIn(organisationId),
      "test.broken": async (tx: ConsumerTx) => {
        await tell(tx, organisationId);
        throw new Error("the reseller is not there");
      },
    };
    expect(await relayEvents(runtime, registry)).toEqual({ relayed: 1, postponed: 1 });
    expect(await noticesOf(organisationId)).toBe(1);
    expect(await eventState(bad)).toEqual({
      isRelayed: false,
      attempts: 1,
      lastError: "the reseller is not there",
    });
    expect((await eventState(good)).isRelayed).toBe(true);
  });

  test("an event that failed rests for a while, then is told", async () => {
    const { id: organisationId } = await anIndirectProvider().create();
    const event = await anEvent("test.happened", organisationId, {});
    expect(await relayEvents(runtime, {})).toEqual({ relayed: 0, postponed: 1 });
    expect((await eventState(event)).lastError).toBe("nobody knows how to tell the event test.happened");
    expect(await relayEvents(runtime, tellIn(organisationId))).toEqual({ relayed: 0, postponed: 0 });
    clock.advance({ seconds: 10 });
    expect(await relayEvents(runtime, tellIn(organisationId))).toEqual({ relayed: 1, postponed: 0 });
    expect(await eventState(event)).toMatchObject({ isRelayed: true, lastError: null });
  });

  test("an event with data nobody can read is kept, not dropped", async () => {
    const { id: organisationId } = await anIndirectProvider().create();
    const event = await anEvent("partnership.accepted", organisationId, { partnershipId: "x" });
    expect(await relayEvents(runtime, consumers)).toEqual({ relayed: 0, postponed: 1 });
    expect(await eventState(event)).toMatchObject({ isRelayed: false, attempts: 1 });
  });
});
