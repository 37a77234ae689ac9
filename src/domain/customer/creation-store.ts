import { toDatabaseFailure } from "#/db/database-failure";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { findMarket, supportedLanguages } from "../geography/markets";
import type { OrderReseller } from "../ordering/model";
import { partnerNamed, type StoredReseller, toReseller } from "../ordering/store";
import type { AccountInfo, AccountInfoContext } from "./account-info";
import type { Qualification } from "./account-info-input";
import type { NewCustomer } from "./new-customer";

/** What is known before a customer is created: who creates it, whom it may be associated with, and what is taken. */
export type CreationFacts = Omit<AccountInfoContext, "now" | "domainSuffix"> & {
  readonly cspRegion: string;
  readonly programStatus: string;
  readonly hasSignedAgreement: boolean;
  readonly reseller: OrderReseller | null;
  readonly isDomainFree: boolean;
  /** The newest text of the Customer Agreement, in the customer's language where there is one; `null` when none is kept. */
  readonly agreementTemplateId: string | null;
};

type FactsRow = Omit<CreationFacts, "reseller" | "barredDomains"> & {
  readonly ownDomains: readonly string[];
  readonly vendorDomains: readonly string[];
  readonly reseller: StoredReseller | null;
};

/** What is asked before creation; the domain is `null` when what was typed can be none. */
export type CreationQuestion = {
  readonly domain: string | null;
  readonly resellerId: string | null;
  readonly language: string;
};

/** Reads everything the creation of a customer is judged by, in one statement. */
export async function readCreationFacts(tx: ScopedTx, question: CreationQuestion): Promise<CreationFacts> {
  const provider = scopeOf(tx);
  const { domain, resellerId } = question;
  const language = supportedLanguages.includes(question.language) ? question.language : "en";
  const [row] = await tx.rows<FactsRow>(
    sql`select o.country as "providerCountry", o.time_zone as "providerTimeZone", o.csp_region as "cspRegion",
        o.program_status::text as "programStatus", o.agreement_signed_at is not null as "hasSignedAgreement",
        o.primary_domain || o.custom_domains as "ownDomains", vendor_domains() as "vendorDomains",
        ${partnerNamed(resellerId, provider)} as reseller, domain_is_free(${domain}) as "isDomainFree",
        (select t.id from agreement_template t where t.type = 'customer_agreement'
          order by t.version_rank desc, t.language = ${language} desc, t.language = 'en' desc limit 1) as "agreementTemplateId"
      from organisation o where o.id = ${provider}::uuid`,
    "customer-creation-facts",
  );
  if (!row) throw new Error("the acting organisation has no record");
  const { ownDomains, vendorDomains, reseller, ...facts } = row;
  return {
    ...facts,
    barredDomains: { partner: ownDomains, vendor: vendorDomains },
    reseller: toReseller(reseller),
  };
}

const segmentOfQualification = {
  none: "none",
  education_k12: "education",
  education_higher: "education",
  government: "government",
  state_owned: "government",
  nonprofit: "nonprofit",
} as const satisfies Record<Qualification, string>;

/** The customer segment a special qualification belongs to (S-10). */
export function segmentOf({ qualification }: Pick<AccountInfo, "qualification">): string {
  return segmentOfQualification[qualification];
}

/**
 * Stores a new tenant with its first administrator, the provider's customer record and, when attested, the acceptance of
 * the agreement, in one statement. `domain_taken` when somebody was quicker; then the transaction is lost and nothing may
 * follow.
 */
export async function insertCustomer(
  tx: ScopedTx,
  customer: NewCustomer,
  info: AccountInfo,
): Promise<"stored" | "domain_taken"> {
  const { address, contact, agreement } = info;
  const provider = scopeOf(tx);
  const attested = agreement.method === "attested" ? agreement : undefined;
  const isQualified = info.qualification !== "none";
  const detail = isQualified ? (info.qualificationCode ?? info.qualification) : null;
  const statement = sql`
    with tenant as materialized (select create_customer_tenant(${customer.tenantId}::uuid, ${info.companyName}, ${info.domain.domain},
      ${address.country}::bpchar, ${findMarket(address.country)?.cspRegion ?? ""}, ${info.currency}::bpchar, ${info.language}, ${info.culture},
      ${customer.administratorId}::uuid, ${customer.administratorSignInName}, ${contact.firstName}, ${contact.lastName}, ${contact.email},
      ${customer.passwordHash}, ${customer.membershipId}::uuid)),
    created as (insert into customer (id, tenant_id, provider_id, reseller_id, company_name, primary_domain, country, currency, language, culture,
        registration_id, segment, qualification_detail, qualification_status, address, contact_first_name, contact_middle_name,
        contact_last_name, contact_email, contact_phone, agreement_status, created_via, tags, created_at, updated_at)
      select ${customer.customerId}::uuid, ${customer.tenantId}::uuid, ${provider}::uuid, ${info.resellerId}::uuid, ${info.companyName},
        ${info.domain.domain}, ${address.country}, ${info.currency}, ${info.language}, ${info.culture}, ${info.registrationId},
        ${segmentOf(info)}::"CustomerSegment", ${detail}, ${isQualified ? "pending" : null}::"VettingStatus", ${JSON.stringify(address)}::jsonb, ${contact.firstName},
        ${contact.middleName}, ${contact.lastName}, ${contact.email}, ${contact.phone},
        ${attested ? "attested" : "missing"}::"CustomerAgreementStatus", 'created_by_partner', ${[...info.tags]}::text[], ${tx.now}, ${tx.now}
      from tenant returning id)
    insert into agreement_acceptance (id, organisation_id, provider_id, template_id, method, signatory_first_name, signatory_last_name,
      signatory_email, signatory_phone, date_agreed, attested_by_user_id, created_at)
    select ${customer.acceptanceId}::uuid, ${customer.tenantId}::uuid, ${provider}::uuid, ${customer.agreementTemplateId}::uuid,
      'partner_attestation', ${attested?.signatoryFirstName ?? null}, ${attested?.signatoryLastName ?? null},
      ${attested?.signatoryEmail ?? null}, ${attested?.signatoryPhone ?? null}, ${attested?.acceptedOn ?? null}::date,
      ${userOf(tx).userId}::uuid, ${tx.now} from created where ${attested !== undefined}::boolean`;
  try {
    await tx.execute(statement, "insert-customer");
    return "stored";
  } catch (error) {
    const failure = toDatabaseFailure(error);
    const isDomain =
      failure.kind === "unique" &&
      ["organisation_primary_domain_key", "user_account_sign_in_name_key"].includes(failure.constraint);
    if (isDomain) return "domain_taken";
    throw error;
  }
}
