import { z } from "zod";
import { type ScopedTx, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { can } from "../../authorisation/authorise";
import { notFound } from "../../kernel/failure";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { type AcceptanceRefusal, isBlind } from "../refusals";
import { decideAcceptance } from "../rules";
import { type FoundInvitation, findInvitation, loadAcceptanceFacts } from "../store";

/** The provider that asks, as a valid link shows it. */
export type AskingProvider = {
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly domain: string;
  readonly partnerId: string | null;
  readonly supportEmail: string | null;
  readonly invitedBy: string;
};

/** What the page of an invitation shows the person who opened it (S-06). */
export type Acceptance =
  | { readonly state: "accepted"; readonly partnershipId: string }
  | {
      readonly state: "refused";
      readonly refusal: AcceptanceRefusal;
      /** Missing when the link is not valid any more: then nothing is said of the provider. */
      readonly provider: AskingProvider | undefined;
      /** Whom to ask in the own organisation, when the own roles do not suffice. */
      readonly admins: readonly { readonly name: string; readonly email: string }[];
    }
  | {
      readonly state: "open";
      readonly provider: AskingProvider;
      readonly reseller: { readonly name: string; readonly country: string; readonly partnerId: string };
      readonly expiresAt: Date;
    };

/**
 * What an invitation means for the acting person: who asks and what is granted, the reason it cannot be accepted, or that
 * it has been. Consumes nothing and changes nothing; an unknown token is not found.
 */
export const readAcceptance = defineQuery({
  name: "partnership.read_acceptance",
  access: "own_account.manage",
  input: z.strictObject({ token: z.string().max(200) }),
  run: async (tx, { token }) => {
    const invitation = await findInvitation(tx, token);
    if (!invitation) return notFound();
    const facts = await loadAcceptanceFacts(tx, invitation, can(userOf(tx), "partnership.accept"));
    const decision = decideAcceptance(facts);
    if (decision.outcome === "already_accepted") {
      return ok<Acceptance>({ state: "accepted", partnershipId: decision.partnershipId });
    }
    if (decision.outcome === "refused") {
      const { refusal } = decision;
      return ok<Acceptance>({
        state: "refused",
        refusal,
        provider: isBlind(refusal.code) ? undefined : toAskingProvider(invitation),
        admins: refusal.code === "not_global_admin" ? await readGlobalAdmins(tx) : [],
      });
    }
    if (!facts.reseller) throw new Error("only a reseller's acceptance is acceptable");
    const { companyName, country } = facts.reseller;
    return ok<Acceptance>({
      state: "open",
      provider: toAskingProvider(invitation),
      reseller: { name: companyName, country, partnerId: decision.partnerId },
      expiresAt: invitation.expiresAt,
    });
  },
});

function toAskingProvider(invitation: FoundInvitation): AskingProvider {
  return {
    name: invitation.providerName,
    country: invitation.providerCountry,
    region: invitation.providerRegion,
    domain: invitation.providerDomain,
    partnerId: invitation.providerPartnerId,
    supportEmail: invitation.providerSupportEmail,
    invitedBy: invitation.createdByName,
  };
}

function readGlobalAdmins(tx: ScopedTx): Promise<readonly { name: string; email: string }[]> {
  return tx.rows(sql`select name, email from global_admins_of_own_organisation()`);
}
