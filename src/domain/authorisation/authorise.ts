import type { Actor } from "./actor";
import { type Capability, everybodyMay, matrixOf } from "./role-matrix";
import type { OrganisationKind, Role } from "./roles";

const always: ReadonlySet<Capability> = new Set(everybodyMay);

function readTable(kind: OrganisationKind): ReadonlyMap<Role, ReadonlySet<Capability>> {
  const { roles, rows } = matrixOf[kind];
  const table = new Map<Role, Set<Capability>>(roles.map((role) => [role, new Set<Capability>(always)]));
  for (const row of Object.values(rows)) {
    const cells = row.cells.split(" ");
    if (cells.length !== roles.length) throw new Error(`row ${row.does} has ${cells.length} cells`);
    roles.forEach((role, column) => {
      const cell = cells[column];
      const granted = table.get(role);
      if (cell === "D" || cell === "i") granted?.add(row.does as Capability);
      if (cell !== "-" && "reads" in row) granted?.add(row.reads as Capability);
    });
  }
  return table;
}

const tables: Readonly<Record<OrganisationKind, ReadonlyMap<Role, ReadonlySet<Capability>>>> = {
  vendor_operator: readTable("vendor_operator"),
  indirect_provider: readTable("indirect_provider"),
  indirect_reseller: readTable("indirect_reseller"),
  customer: readTable("customer"),
};

/**
 * Whether the actor may do what the capability names: the union of what the roles grant in the actor's kind of
 * organisation (spec 2.1–2.4). Visitors may nothing; the system may everything.
 */
export function can(actor: Actor, capability: Capability): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "visitor") return false;
  const table = tables[actor.organisationKind];
  return always.has(capability) || actor.roles.some((role) => table.get(role)?.has(capability) === true);
}

/** The roles of a kind of organisation that grant a capability, in the matrix's order: whom to ask for it. */
export function rolesThatMay(kind: OrganisationKind, capability: Capability): readonly Role[] {
  return matrixOf[kind].roles.filter((role) => tables[kind].get(role)?.has(capability) === true);
}
