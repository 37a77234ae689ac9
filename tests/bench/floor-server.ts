import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { Pool } from "pg";
import { v7 as newId } from "uuid";
import { ids } from "./seed";

/**
 * The floor: the same statements, raw through `pg`, behind a bare HTTP server that checks a signed cookie. No walls, no
 * rendering; what a request cannot cost less than on this machine in this minute.
 */
const pool = new Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 });
const secret = process.env.AUTH_SECRET ?? "";

/** The cookie the floor accepts. */
export function floorCookie(key: string): string {
  return `floor=${ids.user}.${createHmac("sha256", key).update(ids.user).digest("base64url")}`;
}

function isSignedIn(request: IncomingMessage): boolean {
  const given = Buffer.from(request.headers.cookie ?? "");
  const wanted = Buffer.from(floorCookie(secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const list = `select c.id, c.company_name, c.tenant_id, c.primary_domain, c.subscription_count, p.company_name as reseller_name
  from customer c left join partner_card p on p.viewer_id = c.provider_id and p.subject_id = c.reseller_id`;
const w1 = `${list} where c.provider_id = $1 and c.reseller_id = $2 and c.relationship = 'active' order by c.search_text, c.id limit 40`;
const w2 = `${list} where c.provider_id = $1 and c.reseller_id = $2 and c.relationship = 'active' and c.search_text like $3 order by c.search_text, c.id limit 40`;
const w3 = `${list} where c.provider_id = $1 and c.relationship = 'active' and (c.search_text, c.id) > ($2, $3) order by c.search_text, c.id limit 40`;
const w4 = `select s.* from subscription s where s.customer_id = $1 and s.provider_id = $2 order by s.offer_name, s.id limit 100`;
const w6 = `with changed as (update subscription set quantity = $2, version = version + 1, updated_at = now() where id = $1 and provider_id = $3 returning id, quantity)
  insert into audit_record (id, organisation_id, actor_kind, actor_user_id, actor_name, operation, outcome, resource_id, after, correlation_id)
  select $4, $3, 'user', $5, 'Bench User', 'update_subscription', 'succeeded', id::text, jsonb_build_object('quantity', quantity), '' from changed`;

async function w5(customerId: string): Promise<void> {
  const connection = await pool.connect();
  const order = newId();
  try {
    await connection.query("begin");
    await connection.query({
      name: "order",
      text: `insert into customer_order (id, number, customer_id, provider_id, currency, total_minor, placed_by_user_id, placed_by_name, attested_at)
        values ($1, $2, $3, $4, 'EUR', 3702, $5, 'Bench User', now())`,
      values: [order, order, customerId, ids.provider, ids.user],
    });
    for (const product of [1, 2, 3]) {
      await connection.query({
        name: "subscription",
        text: `insert into subscription (id, customer_id, provider_id, tenant_id, order_id, product_id, sku_id, offer_name, friendly_name, quantity, minimum_quantity,
            maximum_quantity, term_duration, billing_cycle, currency, unit_price_minor, starts_at, commitment_ends_at, cancellable_until, support_contact_id)
          select $1, c.id, c.provider_id, c.tenant_id, $2, $3, '0001', 'Bench product', 'Bench product', 1, 1, 100000, 'P1Y', 'monthly', 'EUR', 1234, now(),
            now() + interval '1 year', now() + interval '7 days', c.provider_id from customer c where c.id = $4`,
        values: [newId(), order, `BENCHPRODUCT${product}`, customerId],
      });
    }
    await connection.query({
      name: "audit",
      text: `insert into audit_record (id, organisation_id, actor_kind, actor_user_id, actor_name, operation, outcome, resource_id, correlation_id)
        values ($1, $2, 'user', $3, 'Bench User', 'create_order', 'succeeded', $4, '')`,
      values: [newId(), ids.provider, ids.user, order],
    });
    await connection.query({
      name: "outbox",
      text: `insert into domain_event (id, type, organisation_id, subject_id, data, correlation_id, relayed_at) values ($1, 'order.completed', $2, $3, '{}', '', now())`,
      values: [newId(), ids.provider, order],
    });
    await connection.query("commit");
  } catch (error) {
    await connection.query("rollback");
    throw error;
  } finally {
    connection.release();
  }
}

async function answer(url: URL): Promise<unknown> {
  const at = (name: string) => url.searchParams.get(name) ?? "";
  const named = (name: string, text: string, values: unknown[]) =>
    pool.query({ name, text, values }).then(({ rows }) => rows);
  switch (url.pathname) {
    case "/w1":
      return named("w1", w1, [ids.provider, at("reseller")]);
    case "/w2":
      return pool.query(w2, [ids.provider, at("reseller"), `%${at("q")}%`]).then(({ rows }) => rows);
    case "/w3":
      return named("w3", w3, [ids.provider, at("sort"), at("id")]);
    case "/w4":
      return named("w4", w4, [at("customer"), ids.provider]);
    case "/w5":
      return w5(at("customer"));
    case "/w6":
      return named("w6", w6, [at("subscription"), Number(at("quantity")), ids.provider, newId(), ids.user]);
    default:
      return {};
  }
}

if (process.env.FLOOR_PORT) {
  createServer((request, response) => {
    if (!isSignedIn(request)) return void response.writeHead(401).end();
    answer(new URL(request.url ?? "/", "http://floor")).then(
      (rows) =>
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end(JSON.stringify(rows ?? { done: true })),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  }).listen(Number(process.env.FLOOR_PORT), "127.0.0.1");
}
