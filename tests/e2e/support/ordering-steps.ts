import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { OrderingWords } from "./ordering-words";
import { aCompany, type CastMember } from "./partnership-cast";
import { database } from "./portal";

/** A label nobody else has: domain prefix and part of a company name. */
export function aWord(): string {
  return `x${randomBytes(5).toString("hex")}`;
}

/** A provider and its reseller, made for one test. */
export type SellingPair = { readonly provider: CastMember; readonly reseller: CastMember };

/** Makes a provider with one person of a role, a reseller with a global admin, and their partnership. */
export async function aSellingPair(role: string, language: "en" | "it" = "en"): Promise<SellingPair> {
  const provider = await aCompany({ kind: "indirect_provider", role, language });
  const reseller = await aCompany({ kind: "indirect_reseller", role: "global_admin", language });
  await database.query(
    `with invitation as (insert into partnership_invitation (id, provider_id, token_hash, token_sealed, status, created_by_user_id, created_by_name, expires_at)
       values (gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), '', 'sent', gen_random_uuid(), 'Test', now() + interval '90 days') returning id)
     insert into partnership (id, provider_id, reseller_id, reseller_partner_id, reseller_country, reseller_name, provider_name, invitation_id,
       reseller_search_text, provider_search_text, consent_text_version, accepted_by_user_id)
     select gen_random_uuid(), $1, r.id, r.partner_id, r.country, r.company_name, '', invitation.id, '', '', 1, gen_random_uuid()
     from organisation r, invitation where r.id = $2`,
    [provider.organisationId, reseller.organisationId],
  );
  return { provider, reseller };
}

/** Makes a customer of a provider in Italy, its agreement attested; with a reseller it is associated with it. */
export async function aCustomerOf(provider: CastMember, reseller: CastMember | null): Promise<string> {
  const { organisationId, companyName } = await aCompany({
    kind: "customer",
    role: "customer_global_admin",
    language: "en",
  });
  await database.query(
    `insert into customer (id, tenant_id, provider_id, reseller_id, company_name, primary_domain, country, currency, address,
       contact_first_name, contact_last_name, contact_email, agreement_status)
     select gen_random_uuid(), o.id, $2, $3, o.company_name, o.primary_domain, 'IT', 'EUR', '{}', 'Ada', 'Bianchi', 'ada@' || o.primary_domain, 'attested'
     from organisation o where o.id = $1`,
    [organisationId, provider.organisationId, reseller?.organisationId ?? null],
  );
  return companyName;
}

/** Puts a product into the Italian price list, at so many cents a seat and month; gives its id. */
export async function aProduct(title: string, unitPriceMinor: number): Promise<string> {
  const id = aWord().toUpperCase();
  await database.query("insert into product (id, title, publisher) values ($1, $2, 'Test')", [id, title]);
  await database.query(
    "insert into sku (product_id, sku_id, title, segment, maximum_quantity) values ($1, '0001', $2, 'Commercial', 300)",
    [id, title],
  );
  await database.query(
    `insert into price (id, product_id, sku_id, market, currency, segment, term_duration, billing_cycle, unit_price_minor, effective_from, import_id)
     select gen_random_uuid(), $1, '0001', 'IT', 'EUR', 'Commercial', 'P1M', 'monthly', $2, now() - interval '1 day', i.id from price_list_import i limit 1`,
    [id, unitPriceMinor],
  );
  return id;
}

/** Fills **Account info** for a company in Milan whose contact signs the agreement. */
export async function fillAccountInfo(page: Page, w: OrderingWords, word: string): Promise<void> {
  const text = (name: string) => page.getByRole("textbox", { name, exact: true });
  await text(w.companyName).fill(`Officine ${word} S.p.A.`);
  await text(w.domainPrefix).fill(word);
  await text(w.line1).fill("Via Roma 1");
  await text(w.postalCode).fill("20121");
  await text(w.city).fill("Milano");
  await page.getByRole("combobox", { name: w.province }).selectOption("MI");
  await text(w.firstName).fill("Ada");
  await text(w.lastName).fill("Bianchi");
  await text(w.email).fill(`ada@${word}.example`);
  await page.getByRole("checkbox", { name: w.attested }).check();
  await page.getByLabel(w.acceptedOn).fill("2026-01-15");
  await page.getByRole("button", { name: w.sameAsContact }).click();
}

/** Finds a product and puts its first offer into the cart. */
export async function choose(page: Page, w: OrderingWords, product: string): Promise<void> {
  await page.getByRole("searchbox", { name: w.search }).fill(product);
  const add = page.getByRole("button", { name: `${w.addToCart}: ${product}`, exact: true });
  await add.click();
  await expect(page.getByRole("textbox", { name: `${w.licences} ${product}` })).toBeVisible();
}

/** The step the wizard shows. */
export async function expectStep(page: Page, step: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: step, exact: true })).toBeVisible();
}
