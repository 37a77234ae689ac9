import type { OrganisationKind } from "#/domain/authorisation/roles";
import { findMarket } from "#/domain/geography/markets";
import type { ProgramStatus, VettingStatus } from "../../../src/db/generated/enums";
import type { RecordWriter } from "./record-writer";

/** A company with what the portal keeps of it; everything not given follows from its country. */
export type OrganisationRecord = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly companyName: string;
  readonly primaryDomain: string;
  readonly country: string;
  readonly city?: string;
  readonly state?: string;
  readonly line1?: string;
  readonly postalCode?: string;
  /** Digits of the location partner id; partners have one, customers and the vendor operator do not (R13). */
  readonly partnerId?: string | null;
  readonly programStatus?: ProgramStatus;
  readonly vettingStatus?: VettingStatus;
  /** When the Partner Agreement was signed; `null` when it was not (R23). */
  readonly agreementSignedAt?: Date | null;
  readonly language?: string;
  readonly timeZone?: string;
  readonly settings?: Readonly<Record<string, string | boolean>>;
  readonly createdAt: Date;
};

/**
 * Writes an organisation and, for partners, the office whose partner id is valid on transactions. Fails when the
 * country is no market of the portal or one of the unique values is taken.
 */
export async function writeOrganisation(db: RecordWriter, record: OrganisationRecord): Promise<void> {
  const market = findMarket(record.country);
  if (!market) throw new Error(`${record.country} is no market of the portal`);
  const partnerId = record.partnerId ?? null;
  const address = {
    country: record.country,
    line1: record.line1 ?? "1 Harbour Street",
    line2: null,
    city: record.city ?? "Porto Esempio",
    state: record.state ?? null,
    postalCode: record.postalCode ?? market.postalExample,
  };
  await db.organisation.create({
    data: {
      id: record.id,
      kind: record.kind,
      companyName: record.companyName,
      primaryDomain: record.primaryDomain,
      country: record.country,
      cspRegion: market.cspRegion,
      currency: market.currency,
      partnerId,
      legalAddress: address,
      supportEmail: `support@${record.primaryDomain}`,
      supportTelephone: market.callingCode ? `+${market.callingCode} 555 0100` : null,
      supportWebsite: `https://www.${record.primaryDomain}`,
      vettingStatus: record.vettingStatus ?? "authorized",
      programStatus: record.programStatus ?? "active",
      agreementSignedAt: record.agreementSignedAt ?? null,
      language: record.language ?? "en",
      culture: market.cultures[0] ?? "en-US",
      timeZone: record.timeZone ?? "UTC",
      settings: record.settings ?? {},
      createdAt: record.createdAt,
      updatedAt: record.createdAt,
    },
  });
  if (partnerId !== null) {
    await db.partnerLocation.create({
      data: {
        organisationId: record.id,
        partnerId,
        type: "location",
        name: address.city,
        country: record.country,
        address,
        isCspAssociated: true,
        createdAt: record.createdAt,
      },
    });
  }
}

/** Writes the head office of a partner: its global partner id is never valid on transactions (R24). */
export async function writeHeadOffice(
  db: RecordWriter,
  office: {
    readonly organisationId: string;
    readonly partnerId: string;
    readonly country: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await db.partnerLocation.create({ data: { ...office, type: "global", name: "Head office" } });
}
