import { findMarket } from "#/domain/geography/markets";
import type { CustomerAgreementStatus, CustomerReviewStatus } from "../../../src/db/generated/enums";
import type { RecordWriter } from "./record-writer";

/** A provider's customer; the tenant is an organisation written before. */
export type CustomerRecord = {
  readonly id: string;
  readonly tenantId: string;
  readonly providerId: string;
  readonly resellerId: string | null;
  readonly contact: { readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly agreementStatus?: CustomerAgreementStatus;
  readonly reviewStatus?: CustomerReviewStatus;
  readonly tags?: readonly string[];
  readonly registrationId?: string | null;
  readonly createdAt: Date;
  /** When the relationship ended; absent while it is active. */
  readonly removedAt?: Date;
};

/** Writes the reseller relationship of a provider with a tenant, with the tenant's name, domain, country and address. */
export async function writeCustomer(db: RecordWriter, record: CustomerRecord): Promise<void> {
  const tenant = await db.organisation.findUniqueOrThrow({ where: { id: record.tenantId } });
  const market = findMarket(tenant.country);
  if (!market) throw new Error(`${tenant.country} is no market of the portal`);
  await db.customer.create({
    data: {
      id: record.id,
      tenantId: record.tenantId,
      providerId: record.providerId,
      resellerId: record.resellerId,
      companyName: tenant.companyName,
      primaryDomain: tenant.primaryDomain,
      searchText: [tenant.companyName, tenant.primaryDomain, tenant.id].join(" ").toLowerCase(),
      country: tenant.country,
      currency: market.currency,
      language: tenant.language,
      culture: tenant.culture,
      registrationId: record.registrationId ?? null,
      address: tenant.legalAddress ?? {},
      contactFirstName: record.contact.firstName,
      contactLastName: record.contact.lastName,
      contactEmail: record.contact.email,
      agreementStatus: record.agreementStatus ?? "attested",
      reviewStatus: record.reviewStatus ?? "ok",
      tags: [...(record.tags ?? [])],
      createdAt: record.createdAt,
      updatedAt: record.createdAt,
      ...(record.removedAt && { relationship: "removed" as const, removedAt: record.removedAt }),
    },
  });
}

/** A recorded acceptance of an agreement (R50, R51). */
export type AcceptanceRecord = {
  readonly organisationId: string;
  readonly providerId: string | null;
  readonly templateId: string;
  readonly method: "partner_attestation" | "direct_acceptance" | "online_signature";
  readonly signatory: { readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly attestedByUserId: string | null;
  readonly agreedAt: Date;
};

/** Writes who accepted which agreement, and when. */
export async function writeAcceptance(db: RecordWriter, record: AcceptanceRecord): Promise<void> {
  await db.agreementAcceptance.create({
    data: {
      organisationId: record.organisationId,
      providerId: record.providerId,
      templateId: record.templateId,
      method: record.method,
      signatoryFirstName: record.signatory.firstName,
      signatoryLastName: record.signatory.lastName,
      signatoryEmail: record.signatory.email,
      dateAgreed: record.agreedAt,
      attestedByUserId: record.attestedByUserId,
      createdAt: record.agreedAt,
    },
  });
}
