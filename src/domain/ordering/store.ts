import { toDatabaseFailure } from "#/db/database-failure";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { type Sql, sql } from "#/db/sql";
import type { OfferFacts, OrderBuyer, OrderFacts, OrderReseller, OrderSeller } from "./model";
import type { OrderPlacement } from "./placement";
import { actingSeller, priceIsInForce, priceMarket } from "./queries/price-list";
import type { OrderRequest } from "./rules";

type StoredOffer = Omit<OfferFacts, "unitPriceMinor"> & { readonly unitPriceMinor: string | null };

/** A reseller as `partnerNamed` gives it. */
export type StoredReseller = Omit<OrderReseller, "agreementSignedAt"> & {
  readonly agreementSignedAt: string | null;
};

type FactsRow = {
  readonly buyer: OrderBuyer;
  readonly seller: OrderSeller;
  readonly priceMarket: string | null;
  readonly reseller: StoredReseller | null;
  readonly offers: readonly (StoredOffer | null)[] | null;
};

/** What the acting provider may know of the reseller it names, as JSON: through its own active partnership only (R21, R42). */
export function partnerNamed(resellerId: string | null, providerId: string): Sql {
  return sql`(select jsonb_build_object('organisationId', p.reseller_id, 'companyName', card.company_name,
      'partnerId', case when card.partner_id is not null then p.reseller_partner_id end, 'cspRegion', card.csp_region,
      'programStatus', card.program_status, 'agreementSignedAt', card.agreement_signed_at)
    from partnership p join partner_card card on card.viewer_id = p.provider_id and card.subject_id = p.reseller_id
    where p.provider_id = ${providerId}::uuid and p.reseller_id = ${resellerId}::uuid and p.state = 'active')`;
}

/** The reseller with its dates as such. */
export function toReseller(stored: StoredReseller | null): OrderReseller | null {
  if (stored === null) return null;
  const signedAt = stored.agreementSignedAt;
  return { ...stored, agreementSignedAt: signedAt === null ? null : new Date(signedAt) };
}

/** The catalogue's word on each line, in order: the SKU, and its price for the buyer's market, currency, term and billing. */
function offersOf(lines: OrderRequest["lines"], owned: Sql, now: Date): Sql {
  const wanted = JSON.stringify(lines.map((line, number) => ({ ...line, number })));
  return sql`(select jsonb_agg(case when k.sku_id is not null then jsonb_build_object(
      'productTitle', product.title, 'skuTitle', k.title, 'publisher', product.publisher, 'segment', k.segment,
      'minimumQuantity', k.minimum_quantity, 'maximumQuantity', k.maximum_quantity, 'isTrial', k.is_trial,
      'isProductOwned', k.is_trial and ${owned},
      'unitPriceMinor', (select p.unit_price_minor::text from price p
        where p.market = list.market and p.currency = buyer.currency and p.segment = k.segment and p.product_id = k.product_id
          and p.sku_id = k.sku_id and p.term_duration = wanted."termDuration"::"TermDuration"
          and p.billing_cycle = wanted."billingCycle"::"BillingCycle" and p.tier_minimum <= greatest(wanted.quantity, 1)
          and (p.tier_maximum is null or p.tier_maximum >= greatest(wanted.quantity, 1)) and ${priceIsInForce(now)}
        order by p.tier_minimum desc, p.effective_from desc limit 1)) end order by wanted.number)
    from jsonb_to_recordset(${wanted}::jsonb)
      as wanted (number integer, "productId" text, "skuId" text, "termDuration" text, "billingCycle" text, quantity bigint)
    left join sku k on k.product_id = wanted."productId" and k.sku_id = wanted."skuId"
    left join product on product.id = k.product_id)`;
}

/** Who buys: a row of `existingBuyer` or `newBuyer`, and the customer's id when there is one already. */
export type BuyerSource = { readonly row: Sql; readonly customerId: string | null };

/**
 * Reads everything a decision about an order needs in one statement; nothing when the customer is not the acting
 * provider's own (R2). Prices are read here, inside the transaction, whatever the browser sent.
 */
export async function findOrderFacts(
  tx: ScopedTx,
  buyer: BuyerSource,
  { resellerId, lines }: OrderRequest,
): Promise<OrderFacts | undefined> {
  const provider = scopeOf(tx);
  const owned =
    buyer.customerId === null
      ? sql`false`
      : sql`exists (select from subscription s where s.customer_id = ${buyer.customerId}::uuid and s.provider_id = ${provider}::uuid
          and s.product_id = k.product_id)`;
  const facts = sql`
    with buyer as (${buyer.row}), seller as (${actingSeller(provider)}),
    list as materialized (select ${priceMarket(tx.now)} as market from buyer cross join seller)
    select jsonb_build_object('country', buyer.country, 'currency', buyer.currency, 'segment', buyer.segment,
        'agreementStatus', buyer.agreement_status, 'reviewStatus', buyer.review_status, 'resellerId', buyer.reseller_id) as buyer,
      jsonb_build_object('country', seller.country, 'cspRegion', seller.csp_region, 'programStatus', seller.program_status,
        'hasSignedAgreement', seller.has_signed_agreement) as seller,
      list.market as "priceMarket", ${partnerNamed(resellerId, provider)} as reseller, ${offersOf(lines, owned, tx.now)} as offers
    from buyer cross join seller cross join list`;
  const [row] = await tx.rows<FactsRow>(
    facts,
    buyer.customerId === null ? "order-facts-of-new-customer" : "order-facts",
  );
  if (!row) return undefined;
  const offers = (row.offers ?? []).map(
    (offer) =>
      offer && {
        ...offer,
        unitPriceMinor: offer.unitPriceMinor === null ? null : BigInt(offer.unitPriceMinor),
      },
  );
  const signedAt = row.reseller?.agreementSignedAt;
  const reseller = row.reseller && {
    ...row.reseller,
    agreementSignedAt: signedAt ? new Date(signedAt) : null,
  };
  return { ...row, offers, reseller };
}

function lineRows({ lines }: OrderPlacement): string {
  return JSON.stringify(
    lines.map((line, number) => ({
      number,
      product_id: line.request.productId,
      sku_id: line.request.skuId,
      offer_name: line.offerName,
      term: line.request.termDuration,
      billing: line.request.billingCycle,
      quantity: line.request.quantity,
      minimum: line.minimumQuantity,
      maximum: line.maximumQuantity,
      unit_price: line.unitPriceMinor.toString(),
      amount: line.amountMinor.toString(),
      ends_at: line.commitmentEndsAt,
      cancellable_until: line.cancellableUntil,
      subscription_id: line.subscriptionId,
      batch_id: line.batchId,
      is_trial: line.offer.isTrial,
    })),
  );
}

/**
 * Stores an order, its lines, subscriptions, seats and the customer's count in one statement. False when the customer or
 * the partnership changed since it was decided on, or the same trial began meanwhile (R119): then nothing is stored (R48 here:
 * all or nothing), and the transaction can only end.
 */
export async function insertOrder(
  tx: ScopedTx,
  customerId: string,
  placement: OrderPlacement,
): Promise<boolean> {
  const provider = sql`${scopeOf(tx)}::uuid`;
  const person = userOf(tx);
  const reseller = sql`${placement.reseller?.organisationId ?? null}::uuid`;
  const order = sql`${placement.orderId}::uuid`;
  const { currency } = placement;
  const statement = sql`
    with line as materialized (select * from jsonb_to_recordset(${lineRows(placement)}::jsonb) as l (number integer, product_id text, sku_id text,
      offer_name text, term "TermDuration", billing "BillingCycle", quantity integer, minimum integer, maximum integer,
      unit_price bigint, amount bigint, ends_at timestamptz, cancellable_until timestamptz, subscription_id uuid, batch_id uuid, is_trial boolean)),
    buyer as (update customer c set subscription_count = subscription_count + ${placement.lines.length}
      where c.id = ${customerId}::uuid and c.provider_id = ${provider} and c.relationship = 'active'
        and c.agreement_status <> 'missing' and c.review_status = 'ok' and c.currency = ${currency}
        and (${reseller} is null or exists (select from partnership p
          where p.provider_id = ${provider} and p.reseller_id = ${reseller} and p.state = 'active'))
      returning c.id, c.tenant_id, c.reseller_id),
    placed as (insert into customer_order (id, number, customer_id, provider_id, associated_reseller_id, status, currency, total_minor,
        placed_by_user_id, placed_by_name, attested_at, created_at)
      select ${order}, ${placement.number}, buyer.id, ${provider}, buyer.reseller_id, 'completed', ${currency}, ${placement.totalMinor},
        ${person.userId}::uuid, ${person.name}, ${tx.now}, ${tx.now} from buyer),
    lines as (insert into order_line (order_id, line_number, provider_id, transaction_type, product_id, sku_id, offer_name, term_duration,
        billing_cycle, quantity, unit_price_minor, amount_minor, currency, reseller_of_record_id, subscription_id, provisioning)
      select ${order}, line.number, ${provider}, 'new', line.product_id, line.sku_id, line.offer_name, line.term, line.billing,
        line.quantity, line.unit_price, line.amount, ${currency}, ${reseller}, line.subscription_id, 'Fulfilled' from buyer cross join line),
    subscriptions as (insert into subscription (id, customer_id, provider_id, associated_reseller_id, tenant_id, order_id, product_id, sku_id,
        offer_name, friendly_name, quantity, minimum_quantity, maximum_quantity, status, term_duration, billing_cycle, currency,
        unit_price_minor, starts_at, commitment_ends_at, cancellable_until, reseller_of_record_id, reseller_of_record_partner_id,
        support_contact_id, is_trial, created_at, updated_at)
      select line.subscription_id, buyer.id, ${provider}, buyer.reseller_id, buyer.tenant_id, ${order}, line.product_id, line.sku_id,
        line.offer_name, line.offer_name, line.quantity, line.minimum, line.maximum, 'active', line.term, line.billing, ${currency},
        line.unit_price, ${tx.now}, line.ends_at, line.cancellable_until, ${reseller}, ${placement.reseller?.partnerId ?? null},
        ${provider}, line.is_trial, ${tx.now}, ${tx.now} from buyer cross join line),
    seats as (insert into licence_batch (id, subscription_id, provider_id, quantity, added_at, reducible_until)
      select line.batch_id, line.subscription_id, ${provider}, line.quantity, ${tx.now}, line.cancellable_until from buyer cross join line)
    select count(*)::integer as stored from buyer`;
  try {
    const [outcome] = await tx.rows<{ readonly stored: number }>(statement, "insert-order");
    return outcome?.stored === 1;
  } catch (error) {
    const failure = toDatabaseFailure(error);
    if (failure.kind === "unique" && failure.constraint === "subscription_one_trial") return false;
    throw error;
  }
}
