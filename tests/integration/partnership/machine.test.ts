import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type InvitationEvent, type InvitationStatus, statusAfter } from "#/domain/partnership/model";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { declineInvitation } from "#/domain/partnership/operations/decline-invitation";
import { markInvitationShared } from "#/domain/partnership/operations/mark-invitation-shared";
import { noteInvitationOpened } from "#/domain/partnership/operations/note-invitation-opened";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { revokeInvitation } from "#/domain/partnership/operations/revoke-invitation";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { anIndirectProvider, anIndirectReseller } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aDraft, consentTo } from "./drafts";

type World = Awaited<ReturnType<typeof aWorld>>;
type Step = InvitationEvent | "remove";
const steps = ["share", "open", "accept", "decline", "expire", "revoke", "remove"] as const;

async function aWorld(reusable: boolean) {
  const provider = await anIndirectProvider().create();
  const reseller = await anIndirectReseller().create();
  return { provider, reseller, draft: await aDraft(provider.admin, { reusable }), reusable };
}

async function take({ provider, reseller, draft }: World, step: Step): Promise<boolean> {
  const { token, invitationId } = draft;
  const { invitation } = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
  if (step === "share") {
    const form = { ...draft.form, version: invitation.version, via: "copy" as const };
    return (await runAs(provider.admin, markInvitationShared, form)).ok;
  }
  if (step === "open") return (await runAs(reseller.admin, noteInvitationOpened, { token })).ok;
  if (step === "accept") return (await runAs(reseller.admin, acceptInvitation, consentTo(token))).ok;
  if (step === "decline") return (await runAs(reseller.admin, declineInvitation, { token })).ok;
  if (step === "revoke") return (await runAs(provider.admin, revokeInvitation, { invitationId })).ok;
  if (step === "expire") {
    clock.moveTo(invitation.expiresAt);
    return true;
  }
  const active = await fixtures.partnership.findFirst({
    where: { providerId: provider.id, state: "active" },
  });
  if (!active) return false;
  const removal = { partnershipId: active.id, acknowledgedTextVersion: 1 };
  return (await runAs(provider.admin, removePartnership, removal)).ok;
}

type Expected = { status: InvitationStatus; joined: boolean; opened: boolean; partnerships: number };

/** What the machine says should happen; `undefined` when the step must be refused. */
function expected(now: Expected, step: Step, reusable: boolean): Expected | undefined {
  if (step === "remove") return now.joined ? { ...now, joined: false } : undefined;
  if (step === "accept" && now.joined) return now;
  if (step === "decline" && now.joined) return undefined;
  if (step === "open" && (now.opened || !statusAfter(now.status, "open", reusable))) return now;
  const status = statusAfter(now.status, step, reusable);
  if (step === "expire") return { ...now, status: status ?? now.status };
  if (!status) return undefined;
  if (step === "accept") return { ...now, status, joined: true, partnerships: now.partnerships + 1 };
  return { ...now, status, opened: now.opened || step === "open" };
}

describe("machine 5.1, walked on the database", () => {
  test("at random: every step is taken or refused as the machine says, and the states agree after it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 12 }),
        fc.boolean(),
        async (walk, reusable) => {
          const world = await aWorld(reusable);
          let state: Expected = { status: "draft", joined: false, opened: false, partnerships: 0 };
          try {
            for (const step of walk) {
              const next = expected(state, step, reusable);
              expect([step, await take(world, step)]).toEqual([step, next !== undefined]);
              state = next ?? state;
              expect(await shown(world)).toEqual(state);
            }
          } finally {
            clock.reset();
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

async function shown({ provider, draft }: World): Promise<Expected> {
  const { invitationId } = draft;
  const { status } = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
  const partnerships = await fixtures.partnership.findMany({ where: { providerId: provider.id } });
  const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id: invitationId } });
  const active = partnerships.filter(({ state }) => state === "active");
  return {
    status,
    joined: active.length === 1,
    opened: row.openedAt !== null,
    partnerships: partnerships.length,
  };
}
