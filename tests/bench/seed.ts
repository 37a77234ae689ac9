import type { Client } from "pg";

/** How large the scratch database is. */
export type BenchSize = {
  readonly resellers: number;
  readonly customers: number;
  readonly subscriptions: number;
};

/** The fixed identities the workloads use. */
export const ids = {
  provider: "00000000-0000-7000-8000-000000000001",
  vendor: "00000000-0000-7000-8000-000000000002",
  user: "00000000-0000-7000-8000-000000000003",
  session: "00000000-0000-4000-8000-000000000004",
  invitation: "00000000-0000-7000-8000-000000000005",
  priceList: "00000000-0000-7000-8000-000000000006",
} as const;

const idOf = (kind: string, number: string) =>
  `('00000000-0000-7000-8${kind}00-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const reseller = (number: string) => idOf("1", number);
const tenant = (number: string) => idOf("2", number);
const customer = (number: string) => idOf("3", number);
const order = (number: string) => idOf("4", number);
const subscription = (number: string) => idOf("5", number);

/** The id of the n-th seeded reseller, customer or subscription. */
export const seededId = (kind: "reseller" | "customer" | "subscription", number: number): string =>
  `00000000-0000-7000-8${{ reseller: 1, customer: 3, subscription: 5 }[kind]}00-${number.toString(16).padStart(12, "0")}`;

const firstWords = `array['Northern','Alpine','Harbour','Silver','Granite','Meadow','Cobalt','Amber','Lagoon','Summit','Velvet','Juniper','Falcon','Cedar','Quartz','Maple']`;
const secondWords = `array['Logistics','Bakery','Clinic','Studio','Foundry','Partners','Textiles','Farming','Printing','Energy','Travel','Consulting','Timber','Optics','Ceramics']`;

/** Seven of ten customers go to the first tenth of the resellers, unevenly; the rest spread over the others. */
const resellerOfCustomer = (i: string, resellers: number) => {
  const u = `((${i} * 0.6180339887498949) % 1)`;
  const v = `((${i} * 0.7548776662466927) % 1)`;
  const top = Math.max(1, Math.floor(resellers / 10));
  return `(case when ${u} < 0.7 then floor(${top} * power(${v}, 2.2)) else ${top} + floor(${resellers - top} * ${v}) end)::int`;
};

function statements({ resellers, customers, subscriptions }: BenchSize): readonly string[] {
  const many = Math.floor(customers / 100);
  const average = (subscriptions - many * 100) / Math.max(1, customers - many);
  const count = `(case when i % 100 = 0 then 100 else floor((i + 1) * ${average})::int - floor(i * ${average})::int end)`;
  const organisationColumns = `(id, kind, company_name, primary_domain, country, csp_region, currency, partner_id, vetting_status, program_status, agreement_signed_at)`;
  return [
    `insert into organisation ${organisationColumns} values
      ('${ids.provider}', 'indirect_provider', 'Bench provider', 'provider.bench.example', 'IT', 'EUR', 'EUR', '9000001', 'authorized', 'active', now()),
      ('${ids.vendor}', 'vendor_operator', 'Bench vendor', 'vendor.bench.example', 'IT', 'EUR', 'EUR', null, 'authorized', 'active', now())`,
    `insert into organisation ${organisationColumns}
      select ${reseller("i")}, 'indirect_reseller', 'Reseller ' || i, 'r' || i || '.bench.example', 'IT', 'EUR', 'EUR', (5000000 + i)::text, 'authorized', 'active', now()
      from generate_series(0, ${resellers - 1}) i`,
    `insert into partner_location (id, organisation_id, partner_id, type, name, country, is_csp_associated)
      select gen_random_uuid(), id, partner_id, 'location', 'Head office', 'IT', true from organisation where partner_id is not null`,
    `insert into organisation ${organisationColumns}
      select ${tenant("i")}, 'customer', 'Customer ' || i, 'c' || i || '.onmicrosoft.example', 'IT', 'EUR', 'EUR', null, 'authorized', 'active', null
      from generate_series(0, ${customers - 1}) i`,
    `insert into user_account (id, sign_in_name, first_name, last_name, email) values ('${ids.user}', 'bench@provider.bench.example', 'Bench', 'User', 'bench@provider.bench.example')`,
    `insert into membership (id, user_id, organisation_id, roles) values (gen_random_uuid(), '${ids.user}', '${ids.provider}', '{global_admin,admin_agent}')`,
    `insert into user_session (id, user_id, organisation_id, expires_at) values ('${ids.session}', '${ids.user}', '${ids.provider}', now() + interval '1 day')`,
    `insert into partnership_invitation (id, provider_id, token_hash, token_sealed, created_by_user_id, created_by_name, expires_at)
      values ('${ids.invitation}', '${ids.provider}', decode(repeat('00', 32), 'hex'), '', '${ids.user}', 'Bench User', now() + interval '90 days')`,
    `insert into partnership (id, provider_id, reseller_id, reseller_partner_id, reseller_country, reseller_name, provider_name, reseller_search_text,
        provider_search_text, invitation_id, consent_text_version, accepted_by_user_id)
      select gen_random_uuid(), '${ids.provider}', id, partner_id, country, company_name, 'Bench provider', lower(company_name || ' ' || primary_domain),
        'bench provider', '${ids.invitation}', 1, '${ids.user}' from organisation where kind = 'indirect_reseller'`,
    `insert into partner_card (viewer_id, subject_id, kind, company_name, country, csp_region, primary_domain, partner_id, program_status, agreement_signed_at)
      select '${ids.provider}', id, kind, company_name, country, csp_region, primary_domain, partner_id, program_status, agreement_signed_at
      from organisation where kind = 'indirect_reseller'`,
    `insert into customer (id, tenant_id, provider_id, reseller_id, company_name, primary_domain, search_text, country, currency, address, contact_first_name,
        contact_last_name, contact_email, agreement_status, subscription_count)
      select ${customer("i")}, ${tenant("i")}, '${ids.provider}', ${reseller(resellerOfCustomer("i", resellers))}, name, domain, lower(name || ' ' || domain), 'IT', 'EUR',
        '{"line1":"Via Roma 1","city":"Milano","country":"IT"}', 'Ada', 'Rossi', 'ada@' || domain, 'attested', ${count}
      from (select i, (${firstWords})[1 + i % 16] || ' ' || (${secondWords})[1 + (i / 16) % 15] || ' ' || i as name, 'c' || i || '.onmicrosoft.example' as domain
        from generate_series(0, ${customers - 1}) i) named`,
    `insert into customer_order (id, number, customer_id, provider_id, associated_reseller_id, currency, total_minor, placed_by_user_id, placed_by_name, attested_at)
      select ${order("i")}, 'BENCH-' || i, ${customer("i")}, '${ids.provider}', ${reseller(resellerOfCustomer("i", resellers))}, 'EUR', 10000, '${ids.user}', 'Bench User', now()
      from generate_series(0, ${customers - 1}) i`,
    `insert into product (id, title, publisher) select 'BENCHPRODUCT' || p, 'Bench product ' || p, 'Bench' from generate_series(1, 3) p`,
    `insert into sku (product_id, sku_id, title, segment, search_text)
      select 'BENCHPRODUCT' || p, '0001', 'Bench product ' || p, 'Commercial', 'bench product ' || p from generate_series(1, 3) p`,
    `insert into price_list_import (id, file_name, file_hash, layout, kind, status) values ('${ids.priceList}', 'bench.csv', 'bench', 'bench', 'current', 'completed')`,
    `insert into price (id, product_id, sku_id, market, currency, segment, term_duration, billing_cycle, unit_price_minor, effective_from, import_id)
      select gen_random_uuid(), product_id, sku_id, 'IT', 'EUR', 'Commercial', 'P1Y', 'monthly', 1234, now() - interval '30 days', '${ids.priceList}' from sku`,
    `insert into subscription (id, customer_id, provider_id, associated_reseller_id, tenant_id, order_id, product_id, sku_id, offer_name, friendly_name, quantity,
        minimum_quantity, maximum_quantity, term_duration, billing_cycle, currency, unit_price_minor, starts_at, commitment_ends_at, cancellable_until,
        reseller_of_record_id, support_contact_id)
      select ${subscription("(row_number() over () - 1)")}, ${customer("i")}, '${ids.provider}', r, ${tenant("i")}, ${order("i")}, 'BENCHPRODUCT' || (1 + n % 3), '0001',
        'Bench product ' || (1 + n % 3), 'Bench product ' || n, 10, 1, 100000, 'P1Y', 'monthly', 'EUR', 1234, now() - interval '30 days', now() + interval '335 days',
        now() - interval '23 days', r, '${ids.provider}'
      from (select i, ${reseller(resellerOfCustomer("i", resellers))} as r from generate_series(0, ${customers - 1}) i) owners
      cross join lateral generate_series(1, ${count}) n`,
    `insert into licence_batch (id, subscription_id, provider_id, quantity, added_at, reducible_until)
      select gen_random_uuid(), id, provider_id, quantity, starts_at, cancellable_until from subscription`,
  ];
}

/** Fills an empty migrated database, as its owner and past the triggers; tells each step as it goes. */
export async function seedBench(owner: Client, size: BenchSize, tell: (text: string) => void): Promise<void> {
  await owner.query("set session_replication_role = replica; set synchronous_commit = off");
  for (const statement of statements(size)) {
    const started = performance.now();
    const { rowCount } = await owner.query(statement);
    const table = /insert into (\w+)/.exec(statement)?.[1];
    if ((rowCount ?? 0) > 10_000)
      tell(`  ${rowCount} rows into ${table} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  await owner.query("set session_replication_role = origin");
  await owner.query("vacuum analyze");
}
