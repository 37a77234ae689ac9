"use client";

/** A row of the list. */
export type Row = {
  readonly id: string;
  readonly company_name: string;
  readonly tenant_id: string;
  readonly primary_domain: string;
  readonly reseller_name: string | null;
  readonly subscription_count: number;
};

/** The same columns as the portal's list, as plain cells. */
export function Table({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/customers/${row.id}`}>{row.company_name}</a>
            </td>
            <td>{row.tenant_id}</td>
            <td>{row.primary_domain}</td>
            <td>Cloud Reseller</td>
            <td>{row.reseller_name}</td>
            <td>{row.subscription_count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
