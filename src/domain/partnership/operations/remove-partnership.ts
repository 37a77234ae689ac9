import { z } from "zod";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { conflict, invalid, notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok, type Result } from "../../kernel/result";
import { normaliseLine } from "../../kernel/text";
import { defineOperation } from "../../operation";
import { removalTextVersion, typeToConfirmAbove } from "../model";
import { countAffected, findRemover } from "../removal-store";

/**
 * Ends the partnership of the own organisation with one reseller, after **Yes** to the points of S-08, whose version is
 * kept with user and time (R30, R34). Changes nothing else: customers, privileges, subscriptions and the reseller's other
 * partnerships stay (R31-R33, R37). Emits no event and sends no mail (R35). Where more than 25 subscriptions name the
 * reseller its name must be typed. Refused with who was quicker when a colleague has removed it already.
 */
export const removePartnership = defineOperation({
  name: "partnership.remove",
  access: "partnership.remove",
  input: z.strictObject({
    partnershipId: idSchema,
    acknowledgedTextVersion: z.number().int(),
    typedName: z.string().max(400).default(""),
  }),
  run: async (tx, { partnershipId, acknowledgedTextVersion, typedName }) => {
    const found = await findPartnership(tx, partnershipId);
    if (!found) return notFound();
    if (found.state === "removed") return alreadyRemoved(tx, partnershipId, found.removedAt);
    if (acknowledgedTextVersion !== removalTextVersion) return conflict("partnership.removal_text_changed");
    const affected = await countAffected(tx, found.resellerId);
    if (affected.subscriptions > typeToConfirmAbove && !isSameName(typedName, found.resellerName)) {
      return invalid({
        field: "typedName",
        code: "partnership.type_to_confirm",
        params: { name: found.resellerName },
      });
    }
    const removed = await tx.execute(sql`
      update partnership set state = 'removed', removed_at = app_now(), removed_by_user_id = ${userOf(tx).userId}::uuid,
        removal_text_version = ${acknowledgedTextVersion}, version = version + 1
      where provider_id = ${scopeOf(tx)}::uuid and id = ${partnershipId}::uuid and state = 'active'`);
    if (removed === 0) return alreadyRemoved(tx, partnershipId, null);
    tx.audit({
      resourceType: "partnership",
      resourceId: partnershipId,
      before: { state: "active", resellerId: found.resellerId, resellerName: found.resellerName },
      after: { state: "removed", acknowledgedTextVersion },
    });
    return ok({ partnershipId });
  },
});

type FoundPartnership = {
  readonly state: "active" | "removed";
  readonly resellerId: string;
  readonly resellerName: string;
  readonly removedAt: Date | null;
};

async function findPartnership(tx: ScopedTx, id: string): Promise<FoundPartnership | null> {
  return tx.db.partnership.findFirst({
    where: { providerId: scopeOf(tx), id },
    select: { state: true, resellerId: true, resellerName: true, removedAt: true },
  });
}

async function alreadyRemoved(tx: ScopedTx, id: string, removedAt: Date | null): Promise<Result<never>> {
  const at = removedAt ?? (await findPartnership(tx, id))?.removedAt ?? tx.now;
  const remover = await findRemover(tx, id, at);
  return conflict("partnership.already_removed", {
    name: remover ?? "unknown",
    at: at.toISOString().slice(0, 10),
  });
}

function isSameName(typed: string, name: string): boolean {
  return normaliseLine(typed).toLocaleLowerCase("en") === normaliseLine(name).toLocaleLowerCase("en");
}
