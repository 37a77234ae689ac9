import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { newId } from "../kernel/ids";
import type { ProgramStatus } from "../organisation/program-status";
import type { InvitationStatus } from "./model";
import type { AcceptanceFacts, InvitationFacts, PartnerIdFacts, ResellerFacts } from "./rules";

/** An invitation found by its token, with the card of the provider that sent it. */
export type FoundInvitation = InvitationFacts & {
  readonly createdByName: string;
  readonly providerName: string;
  readonly providerCountry: string;
  readonly providerDomain: string;
  readonly providerPartnerId: string | null;
  readonly providerSupportEmail: string | null;
};

/** The invitation behind a token, whoever asks; nothing for a token that opens none. */
export async function findInvitation(tx: ScopedTx, token: string): Promise<FoundInvitation | undefined> {
  const rows = await tx.rows<FoundInvitation>(sql`
    select id, status, reusable, acceptance_count as "acceptanceCount", expires_at as "expiresAt", created_by_name as "createdByName",
      provider_id as "providerId", provider_region as "providerRegion", provider_status as "providerStatus", provider_name as "providerName",
      provider_country as "providerCountry", provider_domain as "providerDomain", provider_partner_id as "providerPartnerId",
      provider_support_email as "providerSupportEmail"
    from find_invitation(${tx.services.hashToken(token)})`);
  return rows[0];
}

/** The acting reseller as an acceptance sees it, with its own name for the record. */
export type OwnReseller = ResellerFacts & { readonly companyName: string; readonly country: string };

type OwnResellerRow = Omit<OwnReseller, "partnership" | "locations"> & {
  readonly locations: readonly PartnerIdFacts[];
  readonly partnershipId: string | null;
  readonly invitationId: string | null;
  readonly partnershipSince: Date | null;
};

/** What the acting reseller brings to an acceptance by this provider: its standing, its partner ids, what joins the two. */
export async function loadOwnReseller(tx: ScopedTx, providerId: string): Promise<OwnReseller> {
  const [row] = await tx.rows<OwnResellerRow>(sql`
    select o.company_name as "companyName", o.country, o.csp_region as region, o.vetting_status as "vettingStatus",
      o.program_status as "programStatus", o.agreement_signed_at as "agreementSignedAt", o.partner_id as "partnerId",
      coalesce((select jsonb_agg(jsonb_build_object('partnerId', l.partner_id, 'type', l.type, 'isCspAssociated', l.is_csp_associated) order by l.partner_id)
        from partner_location l where l.organisation_id = o.id), '[]') as locations,
      p.id as "partnershipId", p.invitation_id as "invitationId", p.created_at as "partnershipSince",
      is_customer_of(o.id, ${providerId}::uuid) as "isCustomerOfProvider"
    from organisation o
    left join partnership p on p.reseller_id = o.id and p.provider_id = ${providerId}::uuid and p.state = 'active'
    where o.id = ${scopeOf(tx)}::uuid`);
  if (!row) throw new Error("the acting organisation has no record");
  const { partnershipId, invitationId, partnershipSince, ...own } = row;
  const partnership =
    partnershipId && invitationId && partnershipSince
      ? { id: partnershipId, invitationId, createdAt: partnershipSince }
      : null;
  return { ...own, partnership };
}

/** Gathers what `decideAcceptance` asks for, for the acting person. */
export async function loadAcceptanceFacts(
  tx: ScopedTx,
  invitation: FoundInvitation,
  mayAccept: boolean,
): Promise<AcceptanceFacts & { readonly reseller: OwnReseller | undefined }> {
  const isReseller = tx.actor.kind === "user" && tx.actor.organisationKind === "indirect_reseller";
  const reseller = isReseller ? await loadOwnReseller(tx, invitation.providerId) : undefined;
  return { invitation, organisationId: scopeOf(tx), reseller, mayAccept, now: tx.now };
}

/**
 * Waits until nobody else joins this provider and the acting reseller, and keeps others waiting until the end of the
 * transaction: a double click finds what the first click made.
 */
export async function lockPair(tx: ScopedTx, providerId: string): Promise<void> {
  const pair = `partnership ${providerId} ${scopeOf(tx)}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${pair}, 0))`);
}

/** Takes one acceptance from the invitation, by one conditional statement; false when it is spent or closed (decision 8). */
export async function consumeInvitation(tx: ScopedTx, token: string, acceptedBy: string): Promise<boolean> {
  const [row] = await tx.rows<{ consumed: boolean }>(sql`
    select consume_invitation(${tx.services.hashToken(token)}, ${acceptedBy}) as consumed`);
  return row?.consumed === true;
}

/** A partnership to make for the acting reseller. */
export type NewPartnership = {
  readonly invitation: FoundInvitation;
  readonly partnerId: string;
  readonly country: string;
  readonly consentTextVersion: number;
  readonly acceptedByUserId: string;
};

/** Makes the partnership; names, search texts and the cards both sides hold are filled in by the database. Gives its id. */
export async function insertPartnership(tx: ScopedTx, made: NewPartnership): Promise<string> {
  const id = newId();
  await tx.execute(sql`
    insert into partnership (id, provider_id, reseller_id, reseller_partner_id, reseller_country, invitation_id,
      consent_text_version, accepted_by_user_id, created_at)
    values (${id}::uuid, ${made.invitation.providerId}::uuid, ${scopeOf(tx)}::uuid, ${made.partnerId}, ${made.country},
      ${made.invitation.id}::uuid, ${made.consentTextVersion}, ${made.acceptedByUserId}::uuid, ${tx.now})`);
  return id;
}

/** Keeps for the sender why an acceptance was refused, or that it was declined. */
export async function noteRefusal(
  tx: ScopedTx,
  token: string,
  code: string,
  declined: boolean,
): Promise<void> {
  await tx.execute(
    sql`select note_invitation_refused(${tx.services.hashToken(token)}, ${code}, ${declined})`,
  );
}

/** Notes that the link was looked at, the first time only. */
export async function noteOpened(tx: ScopedTx, token: string): Promise<void> {
  await tx.execute(sql`select note_invitation_opened(${tx.services.hashToken(token)})`);
}

/** One invitation of the acting provider as its sender works on it. */
export type OwnInvitation = {
  readonly id: string;
  readonly status: InvitationStatus;
  readonly reusable: boolean;
  readonly language: string;
  readonly recipientEmail: string | null;
  readonly emailText: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptanceCount: number;
  readonly version: number;
  /** The personal link, unsealed. */
  readonly link: string;
};

/** An invitation of the acting provider by its id; nothing for a foreign one (R1). */
export async function findOwnInvitation(
  tx: ScopedTx,
  id: string,
  linkOf: (token: string) => string,
): Promise<OwnInvitation | undefined> {
  const found = await tx.db.partnershipInvitation.findFirst({
    where: { providerId: scopeOf(tx), id },
    select: {
      id: true,
      status: true,
      reusable: true,
      language: true,
      recipientEmail: true,
      emailText: true,
      createdByName: true,
      createdAt: true,
      expiresAt: true,
      acceptanceCount: true,
      version: true,
      tokenSealed: true,
    },
  });
  if (!found) return undefined;
  const { tokenSealed, ...invitation } = found;
  return { ...invitation, link: linkOf(tx.services.unseal(tokenSealed)) };
}

/** The acting organisation's own name and standing. */
export type OwnCompany = {
  readonly companyName: string;
  readonly country: string;
  readonly primaryDomain: string;
  readonly partnerId: string | null;
  readonly programStatus: ProgramStatus;
};

/** The acting organisation as its partners see it. */
export async function loadOwnCompany(tx: ScopedTx): Promise<OwnCompany> {
  return tx.db.organisation.findUniqueOrThrow({
    where: { id: scopeOf(tx) },
    select: { companyName: true, country: true, primaryDomain: true, partnerId: true, programStatus: true },
  });
}
