import { cookies } from "next/headers";
import { Pool } from "pg";
import { type Row, Table } from "./table";

const kept = globalThis as { barePool?: Pool };
kept.barePool ??= new Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 });
const pool = kept.barePool;

const text = `select c.id, c.company_name, c.tenant_id, c.primary_domain, c.subscription_count, p.company_name as reseller_name
  from customer c left join partner_card p on p.viewer_id = c.provider_id and p.subject_id = c.reseller_id
  where c.provider_id = $1 and c.reseller_id = $2 and c.relationship = 'active' order by c.search_text, c.id limit 40`;

type PageProps = {
  readonly searchParams: Promise<{ readonly provider?: string; readonly reseller?: string }>;
};

/** The first customers of one reseller. */
export default async function Page({ searchParams }: PageProps) {
  await cookies();
  const { provider, reseller } = await searchParams;
  const { rows } = await pool.query<Row>({ name: "list", text, values: [provider, reseller] });
  return <Table rows={rows} />;
}
