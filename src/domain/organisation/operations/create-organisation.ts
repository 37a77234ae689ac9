import { z } from "zod";
import { sql } from "#/db/sql";
import { findMarket } from "../../geography/markets";
import { rejected } from "../../kernel/failure";
import { newId } from "../../kernel/ids";
import { Once } from "../../kernel/once";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";

/** The role with which the first person of each kind of organisation begins. */
const firstRole = {
  vendor_operator: "operator_admin",
  indirect_provider: "global_admin",
  indirect_reseller: "global_admin",
} as const;

const line = (longest: number) => z.string().trim().normalize("NFC").min(1, "field.required").max(longest);

/**
 * Makes a vendor operator or a partner with its first administrator, for whoever installs the portal: the company counts
 * as vetted and, for partners, as having signed the Partner Agreement on paper. The temporary password is in the answer
 * once and must be changed (R11). Refuses a country without market, and a domain, partner id or sign-in name that is taken.
 */
export const createOrganisation = defineOperation({
  name: "organisation.create",
  access: "partner.vet",
  input: z
    .strictObject({
      kind: z.enum(["vendor_operator", "indirect_provider", "indirect_reseller"]),
      companyName: line(200),
      domain: line(253).toLowerCase(),
      country: z.string().length(2).toUpperCase(),
      partnerId: z
        .string()
        .regex(/^\d{1,10}$/, "partner_id.format")
        .nullable(),
      firstName: line(50),
      lastName: line(50),
      email: z.email("email.format").max(254).toLowerCase(),
      language: z.enum(["en", "it"]),
    })
    .refine(({ kind, partnerId }) => kind === "vendor_operator" || partnerId !== null, {
      path: ["partnerId"],
      error: "partner_id.required",
    }),
  prepare: async (services) => {
    const password = services.newTemporaryPassword();
    return { password: new Once(password), hash: await services.hashPassword(password) };
  },
  run: async (tx, input, { password, hash }) => {
    const market = findMarket(input.country);
    if (!market) return rejected("organisation.no_market", { country: input.country });
    const [taken] = await tx.rows<{ what: string }>(sql`
      select 'domain' as what from organisation where primary_domain = ${input.domain}
      union all select 'partner_id' from partner_location where partner_id = ${input.partnerId}
      union all select 'sign_in_name' from user_account where sign_in_name = ${input.email} limit 1`);
    if (taken) return rejected(`organisation.taken.${taken.what}`);
    const id = newId();
    const userId = newId();
    const signedAt = input.kind === "vendor_operator" ? null : tx.now;
    await tx.execute(sql`insert into organisation (id, kind, company_name, primary_domain, country, csp_region, currency, partner_id, vetting_status,
        program_status, agreement_signed_at, language, support_email)
      values (${id}, ${input.kind}::"OrganisationKind", ${input.companyName}, ${input.domain}, ${input.country}, ${market.cspRegion}, ${market.currency},
        ${input.partnerId}, 'authorized', 'active', ${signedAt}, ${input.language}, ${input.email})`);
    if (input.partnerId !== null) {
      await tx.execute(sql`insert into partner_location (id, organisation_id, partner_id, type, name, country, is_csp_associated)
        values (${newId()}, ${id}, ${input.partnerId}, 'location', ${input.companyName}, ${input.country}, true)`);
    }
    await tx.execute(sql`insert into user_account (id, sign_in_name, first_name, last_name, email, password_hash, must_change_password, language)
      values (${userId}, ${input.email}, ${input.firstName}, ${input.lastName}, ${input.email}, ${hash}, true, ${input.language})`);
    await tx.execute(
      sql`insert into membership (id, user_id, organisation_id, roles) values (${newId()}, ${userId}, ${id}, ${[firstRole[input.kind]]})`,
    );
    return ok({ id, signInName: input.email, password });
  },
});
