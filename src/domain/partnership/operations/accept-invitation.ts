import { z } from "zod";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { conflict, notFound, rejected } from "../../kernel/failure";
import { ok, type Result } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { consentTextVersion } from "../model";
import { type AcceptanceRefusal, failureCodeOf } from "../refusals";
import { decideAcceptance } from "../rules";
import {
  consumeInvitation,
  type FoundInvitation,
  findInvitation,
  insertPartnership,
  loadAcceptanceFacts,
  lockPair,
  noteRefusal,
  type OwnReseller,
} from "../store";

/** What an acceptance answers, the first time and every time after. */
export type Accepted = { readonly partnershipId: string };

/**
 * Joins the acting reseller with the provider that sent the link: consent given, every rule of S-06 kept, one acceptance
 * taken from the invitation, one active partnership for the pair (R20, R22-R24, R27-R29, span 150). Repeating it gives the
 * same success without a second record. A refusal keeps its reason for the sender, so this commits always.
 */
export const acceptInvitation = defineOperation({
  name: "partnership.accept",
  access: "partnership.accept",
  commitOn: "always",
  input: z.strictObject({
    token: z.string().max(200),
    consent: z.literal(true, "partnership.consent_required"),
    consentTextVersion: z.number().int(),
  }),
  run: async (tx, input): Promise<Result<Accepted>> => {
    const invitation = await findInvitation(tx, input.token);
    if (!invitation) return notFound();
    if (input.consentTextVersion !== consentTextVersion) return conflict("partnership.consent_text_changed");
    await lockPair(tx, invitation.providerId);
    const facts = await loadAcceptanceFacts(tx, invitation, true);
    const decision = decideAcceptance(facts);
    if (decision.outcome === "refused") return refuse(tx, input.token, decision.refusal);
    if (decision.outcome === "already_accepted") return repeat(tx, decision.partnershipId);
    if (!facts.reseller) throw new Error("only a reseller's acceptance is acceptable");
    return join(tx, input.token, invitation, facts.reseller, decision.partnerId);
  },
});

async function join(
  tx: ScopedTx,
  token: string,
  invitation: FoundInvitation,
  reseller: OwnReseller,
  partnerId: string,
): Promise<Result<Accepted>> {
  if (!(await consumeInvitation(tx, token, reseller.companyName))) return lost(tx, token);
  const partnershipId = await insertPartnership(tx, {
    invitation,
    partnerId,
    country: reseller.country,
    consentTextVersion,
    acceptedByUserId: userOf(tx).userId,
  });
  const { providerId, providerName } = invitation;
  tx.audit({
    resourceType: "partnership",
    resourceId: partnershipId,
    after: { state: "active", providerId, providerName, partnerId, consentTextVersion },
  });
  tx.emit({
    type: "partnership.accepted",
    subjectId: partnershipId,
    data: { partnershipId, providerId, resellerId: scopeOf(tx) },
  });
  return ok({ partnershipId });
}

/** The invitation ended between the decision and the taking: somebody was quicker, or it was revoked this moment. */
async function lost(tx: ScopedTx, token: string): Promise<Result<Accepted>> {
  const invitation = await findInvitation(tx, token);
  if (!invitation) return notFound();
  const decision = decideAcceptance(await loadAcceptanceFacts(tx, invitation, true));
  return decision.outcome === "refused" ? refuse(tx, token, decision.refusal) : conflict("conflict.busy");
}

async function refuse(tx: ScopedTx, token: string, refusal: AcceptanceRefusal): Promise<Result<Accepted>> {
  await noteRefusal(tx, token, refusal.code, false);
  return rejected(failureCodeOf(refusal.code), refusal.params);
}

function repeat(tx: ScopedTx, partnershipId: string): Result<Accepted> {
  tx.audit({
    resourceType: "partnership",
    resourceId: partnershipId,
    after: { state: "active", repeated: true },
  });
  return ok({ partnershipId });
}
