import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { newId } from "../kernel/ids";
import { historyOf } from "./history";
import type { LicenceBatch } from "./model";
import { isPartnerId, type PartnerIdStanding } from "./reseller-of-record";
import type { ChangeFacts, ChangeRequest, SubscriptionChange, SubscriptionValues } from "./rules";
import type { SeatTerms } from "./seat-price";
import { changeWindowEndsAt, type TermDuration } from "./term";

/** A batch as JSON gives it. */
export type StoredBatch = Omit<LicenceBatch, "addedAt" | "reducibleUntil"> & {
  readonly addedAt: string;
  readonly reducibleUntil: string;
};

type StoredStanding = Omit<PartnerIdStanding, "agreementSignedAt"> & {
  readonly agreementSignedAt: string | null;
};

type StoredTerms = Omit<SeatTerms, "unitPrice" | "termDuration"> & {
  readonly termDuration: TermDuration | "none";
  readonly unitPriceMinor: bigint;
  readonly currency: string;
};

type Owned = StoredTerms & { readonly customerId: string; readonly version: number };

type FactsRow = Omit<ChangeFacts, "batches" | "standing"> &
  Owned & {
    readonly batches: readonly StoredBatch[] | null;
    readonly standing: StoredStanding | null;
  };

/** The facts of a subscription, whose it is, what its seats cost, and the version all this belongs to. */
export type VersionedFacts = ChangeFacts & Owned;

/** Batches as JSON gives them, with their instants. */
export function toBatches(stored: readonly StoredBatch[] | null): readonly LicenceBatch[] {
  return (stored ?? []).map((batch) => ({
    ...batch,
    addedAt: new Date(batch.addedAt),
    reducibleUntil: new Date(batch.reducibleUntil),
  }));
}

/** The batches of the subscription `s`, as a JSON column. */
export const batchesColumn = sql`(select jsonb_agg(jsonb_build_object('id', b.id, 'quantity', b.quantity, 'addedAt', b.added_at,
    'reducibleUntil', b.reducible_until)) from licence_batch b where b.subscription_id = s.id and b.provider_id = s.provider_id)`;

/** What stands behind a partner id, as a JSON column of `partner_id_standing`. */
const standingColumn = sql`jsonb_build_object('organisationId', standing.organisation_id, 'kind', standing.kind,
    'locationType', standing.location_type, 'partnerId', standing.partner_id, 'companyName', standing.company_name,
    'country', standing.country, 'cspRegion', standing.csp_region, 'programStatus', standing.program_status,
    'agreementSignedAt', standing.agreement_signed_at)`;

function toStanding(stored: StoredStanding | null): PartnerIdStanding | null {
  if (stored === null) return null;
  return {
    ...stored,
    agreementSignedAt: stored.agreementSignedAt === null ? null : new Date(stored.agreementSignedAt),
  };
}

/**
 * Reads what a decision about a change needs, in one statement; nothing when the subscription is not the acting
 * provider's own, or the customer is its customer no more (R2).
 */
export async function findChangeFacts(
  tx: ScopedTx,
  subscriptionId: string,
  request: ChangeRequest,
): Promise<VersionedFacts | undefined> {
  const wantedContact = request.supportContactId ?? null;
  const wantedId = request.resellerPartnerId ?? null;
  const partnerId = wantedId !== null && isPartnerId(wantedId) ? wantedId : null;
  const [row] = await tx.rows<FactsRow>(
    sql`select s.customer_id as "customerId", s.version, s.status, s.minimum_quantity as "minimumQuantity",
        s.maximum_quantity as "maximumQuantity", s.commitment_ends_at as "commitmentEndsAt", s.update_count as "updateCount",
        s.term_duration as "termDuration", s.billing_cycle as "billingCycle", s.starts_at as "startsAt",
        s.unit_price_minor as "unitPriceMinor", s.currency,
        c.review_status as "customerReviewStatus", ${batchesColumn} as batches,
        jsonb_build_object('id', o.id, 'cspRegion', o.csp_region, 'programStatus', o.program_status, 'name', o.company_name) as provider,
        jsonb_build_object('friendlyName', s.friendly_name, 'quantity', s.quantity, 'resellerOfRecordId', s.reseller_of_record_id,
          'resellerOfRecordPartnerId', s.reseller_of_record_partner_id, 'resellerOfRecordName', reseller.company_name,
          'supportContactId', s.support_contact_id, 'supportContactName', coalesce(support.company_name, o.company_name)) as current,
        case when standing.organisation_id is not null then ${standingColumn} end as standing,
        (select jsonb_build_object('id', p.reseller_id, 'name', card.company_name) from partnership p
          join partner_card card on card.viewer_id = p.provider_id and card.subject_id = p.reseller_id
          where p.provider_id = s.provider_id and p.reseller_id = ${wantedContact}::uuid and p.reseller_id = c.reseller_id
            and p.state = 'active') as "eligibleSupportContact"
      from subscription s
      join customer c on c.id = s.customer_id and c.provider_id = s.provider_id and c.relationship = 'active'
      join organisation o on o.id = s.provider_id
      left join partner_card reseller on reseller.viewer_id = s.provider_id and reseller.subject_id = s.reseller_of_record_id
      left join partner_card support on support.viewer_id = s.provider_id and support.subject_id = s.support_contact_id
      left join lateral partner_id_standing(coalesce(${partnerId}, s.reseller_of_record_partner_id)) standing on true
      where s.id = ${subscriptionId}::uuid and s.provider_id = ${scopeOf(tx)}::uuid`,
    "subscription-change-facts",
  );
  return row && { ...row, batches: toBatches(row.batches), standing: toStanding(row.standing) };
}

/** What stands behind a partner id; `null` when no partner has it. */
export async function findStanding(tx: ScopedTx, partnerId: string): Promise<PartnerIdStanding | null> {
  const [row] = await tx.rows<{ standing: StoredStanding }>(
    sql`select ${standingColumn} as standing from partner_id_standing(${partnerId}) standing`,
    "partner-id-standing",
  );
  return row ? toStanding(row.standing) : null;
}

/** A decided change with everything that is stored beside it. */
type ChangeToSave = {
  readonly subscriptionId: string;
  readonly version: number;
  readonly before: SubscriptionValues;
  readonly change: SubscriptionChange;
  /** What the seats cost or give back until the term ends; `null` when the quantity stays. */
  readonly chargeMinor: bigint | null;
};

/**
 * Stores a decided change, its seats and its history in one statement, if the subscription still has the version that
 * was decided on: of two who change it at once, one wins and the other gets `false` and has changed nothing (2055).
 * Batches change only together with the version, so the check covers them, too.
 */
export async function saveChange(
  tx: ScopedTx,
  { subscriptionId, version, before, change, chargeMinor }: ChangeToSave,
) {
  const { values, added, taken } = change;
  const person = userOf(tx);
  const seats = JSON.stringify(taken.map(({ batchId, remaining }) => ({ id: batchId, remaining })));
  const told = JSON.stringify(historyOf(before, change).map((entry) => ({ id: newId(), ...entry })));
  const [outcome] = await tx.rows<{ stored: number }>(
    sql`with seat as (select * from jsonb_to_recordset(${seats}::jsonb) as taken (id uuid, remaining integer)),
      changed as (update subscription set friendly_name = ${values.friendlyName}, quantity = ${values.quantity},
          reseller_of_record_id = ${values.resellerOfRecordId}::uuid, reseller_of_record_partner_id = ${values.resellerOfRecordPartnerId},
          support_contact_id = ${values.supportContactId}::uuid, update_count = update_count + 1, version = version + 1, updated_at = ${tx.now}
        where id = ${subscriptionId}::uuid and provider_id = ${scopeOf(tx)}::uuid and version = ${version}
        returning id, provider_id, associated_reseller_id, tenant_id, unit_price_minor, currency),
      kept as (update licence_batch b set quantity = seat.remaining from seat, changed
        where b.id = seat.id and b.subscription_id = changed.id and b.provider_id = changed.provider_id and seat.remaining > 0),
      gone as (delete from licence_batch b using seat, changed
        where b.id = seat.id and b.subscription_id = changed.id and b.provider_id = changed.provider_id and seat.remaining = 0),
      added as (insert into licence_batch (id, subscription_id, provider_id, quantity, added_at, reducible_until)
        select ${newId()}::uuid, changed.id, changed.provider_id, ${added}::integer, ${tx.now}, ${changeWindowEndsAt(tx.now)} from changed
        where ${added}::integer > 0),
      told as (insert into subscription_change (id, subscription_id, provider_id, reseller_id, tenant_id, kind, before, after,
          unit_price_before_minor, unit_price_after_minor, charge_minor, currency, changed_by_kind, changed_by_user_id, changed_by_name,
          changed_at, correlation_id)
        select entry.id, changed.id, changed.provider_id, changed.associated_reseller_id, changed.tenant_id,
          entry.kind::"SubscriptionChangeKind", entry.before, entry.after,
          case when entry.kind = 'quantity' then changed.unit_price_minor end, case when entry.kind = 'quantity' then changed.unit_price_minor end,
          case when entry.kind = 'quantity' then ${chargeMinor}::bigint end, changed.currency, 'user', ${person.userId}::uuid, ${person.name},
          ${tx.now}, ${tx.correlationId}
        from changed cross join jsonb_to_recordset(${told}::jsonb) as entry (id uuid, kind text, before jsonb, after jsonb))
      select count(*)::integer as stored from changed`,
    "subscription-change",
  );
  return outcome?.stored === 1;
}
