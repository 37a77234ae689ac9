import type { InvitationStatus } from "../../../src/db/generated/enums";
import { daysAfter, type RecordWriter } from "./record-writer";

/** An invitation with its token, of which only the hash and the sealed form are stored (decision 9). */
export type InvitationRecord = {
  readonly id: string;
  readonly providerId: string;
  readonly token: string;
  readonly hashToken: (token: string) => Buffer;
  readonly seal: (text: string) => Buffer;
  readonly status: InvitationStatus;
  readonly reusable: boolean;
  readonly recipientEmail?: string | null;
  readonly createdByUserId: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  /** 90 days after it was made unless given. */
  readonly expiresAt?: Date;
  readonly acceptedByOrganisationId?: string | null;
  readonly acceptanceCount?: number;
};

/** Writes an invitation by a provider. */
export async function writeInvitation(db: RecordWriter, record: InvitationRecord): Promise<void> {
  const { token, hashToken, seal, ...columns } = record;
  await db.partnershipInvitation.create({
    data: {
      ...columns,
      tokenHash: new Uint8Array(hashToken(token)),
      tokenSealed: new Uint8Array(seal(token)),
      expiresAt: record.expiresAt ?? daysAfter(record.createdAt, 90),
      sentAt: record.status === "draft" ? null : record.createdAt,
      revokedAt: record.status === "revoked" ? record.createdAt : null,
      acceptedAt: record.acceptedByOrganisationId ? record.createdAt : null,
    },
  });
}

/** The accepted link of a provider and a reseller, made from their own records. */
export type PartnershipRecord = {
  readonly id: string;
  readonly providerId: string;
  readonly resellerId: string;
  readonly invitationId: string;
  readonly acceptedByUserId: string;
  readonly createdAt: Date;
  /** When it ended, with the person who ended it; absent while it is active. */
  readonly removed?: { readonly at: Date; readonly byUserId: string };
};

/** Writes a partnership; the cards both hold of each other follow by the database. Fails without such a provider or reseller. */
export async function writePartnership(db: RecordWriter, record: PartnershipRecord): Promise<void> {
  const provider = await db.organisation.findUniqueOrThrow({ where: { id: record.providerId } });
  const reseller = await db.organisation.findUniqueOrThrow({ where: { id: record.resellerId } });
  const { removed, ...columns } = record;
  await db.partnership.create({
    data: {
      ...columns,
      resellerPartnerId: reseller.partnerId ?? "",
      resellerCountry: reseller.country,
      resellerName: reseller.companyName,
      providerName: provider.companyName,
      resellerSearchText: partnerSearchText(reseller),
      providerSearchText: partnerSearchText(provider),
      consentTextVersion: 1,
      ...(removed && {
        state: "removed" as const,
        removedAt: removed.at,
        removedByUserId: removed.byUserId,
        removalTextVersion: 1,
      }),
    },
  });
}

type Partner = { id: string; companyName: string; primaryDomain: string; partnerId: string | null };

function partnerSearchText({ id, companyName, primaryDomain, partnerId }: Partner): string {
  return [companyName, primaryDomain, partnerId ?? "", id].join(" ").toLowerCase();
}
