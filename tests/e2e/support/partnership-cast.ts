import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { database, passwordOf } from "./portal";

/** A demo account whose password every person made here has, too. */
const passwordGiver = "admin.agent@brenta.example";

/** A company made for one test, with one person who can sign in. */
export type CastMember = {
  readonly organisationId: string;
  readonly companyName: string;
  readonly signInName: string;
  readonly password: string;
};

type CastOptions = {
  readonly kind: "indirect_provider" | "indirect_reseller" | "customer";
  readonly role: string;
  readonly language: "en" | "it";
  readonly agreementSigned?: boolean;
};

/** Makes a company in Italy with a location partner id and one person of a role, under names no other test uses. */
export async function aCompany({
  kind,
  role,
  language,
  agreementSigned = true,
}: CastOptions): Promise<CastMember> {
  const word = `x${randomBytes(5).toString("hex")}`;
  const organisationId = randomUUID();
  const companyName = `Casa ${word} Srl`;
  const signInName = `person@${word}.example`;
  const partnerId = kind === "customer" ? null : String(randomInt(1_000_000_000, 9_999_999_999));
  await database.query(
    `insert into organisation (id, kind, company_name, primary_domain, country, csp_region, currency, partner_id, support_email,
       vetting_status, program_status, agreement_signed_at)
     values ($1, $2, $3, $4, 'IT', 'EUR', 'EUR', $5, $6, 'authorized', 'active', case when $7 then now() end)`,
    [
      organisationId,
      kind,
      companyName,
      `${word}.example`,
      partnerId,
      `support@${word}.example`,
      agreementSigned,
    ],
  );
  if (partnerId) {
    await database.query(
      `insert into partner_location (id, organisation_id, partner_id, type, name, country, is_csp_associated)
       values (gen_random_uuid(), $1, $2, 'location', 'Sede', 'IT', true)`,
      [organisationId, partnerId],
    );
  }
  const cast = { organisationId, companyName, signInName, password: passwordOf(passwordGiver) };
  await aColleague(cast, signInName, role, language);
  return cast;
}

/** Adds a person of a role to a company; the sign-in name is given. */
export async function aColleague(
  { organisationId }: Pick<CastMember, "organisationId">,
  signInName: string,
  role: string,
  language: "en" | "it",
): Promise<void> {
  await database.query(
    `with person as (insert into user_account (id, sign_in_name, first_name, last_name, email, password_hash, language)
       select gen_random_uuid(), $1, 'Anna', 'Prova', $1, password_hash, $4 from user_account where sign_in_name = $5 returning id)
     insert into membership (id, user_id, organisation_id, roles) select gen_random_uuid(), id, $2, array[$3] from person`,
    [signInName, organisationId, role, language, passwordGiver],
  );
}

/** How many events, mails and notices the two companies have caused or got so far. */
export async function tellings(...companies: readonly CastMember[]): Promise<number> {
  const ids = companies.map(({ organisationId }) => organisationId);
  const { rows } = await database.query<{ count: number }>(
    `select ((select count(*) from domain_event where organisation_id = any ($1))
       + (select count(*) from mail_message where organisation_id = any ($1))
       + (select count(*) from notification where organisation_id = any ($1)))::int as count`,
    [ids],
  );
  return rows[0]?.count ?? -1;
}
