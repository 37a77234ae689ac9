import { partnerRoles, type Role } from "#/domain/authorisation/roles";
import { demoId } from "./demo-id";
import type { Canary } from "./organisations";

/** A person of the demo; the sign-in name says the role. */
export type DemoPerson = {
  readonly organisation: Canary;
  readonly signInName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly Role[];
  /** Organisations the person belongs to besides, with the roles there. */
  readonly also?: { readonly organisation: Canary; readonly roles: readonly Role[] };
};

/** The one password of all demo accounts. */
export const demoPassword = "Quartz-Harbour-2026";

const names = {
  Zenit: "Niamh Byrne, Cian Doyle, Aoife Walsh, Rory Kane, Maeve Nolan",
  Brenta:
    "Giulia Ferri, Marco Riva, Elena Conti, Luca Moretti, Chiara Galli, Davide Serra, Marta Bruno, Paolo Fontana, Irene Costa, Silvia Leone",
  Kestrel: "Jonas Weber, Lena Vogt, Felix Brandt",
  Nimbus: "Hannah Cole, Marcus Reed, Grace Lin",
  Lario:
    "Andrea Bassi, Sara Vitali, Fabio Grasso, Valentina Rota, Matteo Ferrari, Laura Sala, Nicola Pozzi, Anna Testa, Simone Villa, Francesca Corti",
  Vesuvio: "Gennaro Esposito, Rosa De Luca",
  Dolomia: "Martina Zeni, Stefano Pisetta",
  Quercia: "Lorenzo Bianchi",
  Sequoia: "Olivia Park, Ethan Brooks",
  Aurora: "Roberta Colombo, Enrico Locatelli, Alice Rossi",
  Smeraldo: "Ciro Russo",
  Pulsar: "Katrin Schulz",
  Meridiana: "Vito Lorusso",
  Cobalto: "Beatrice Neri",
  Juniper: "Sophia Ramirez",
  Opale: "Dario Montanari",
  Granito: "Teresa Gallo",
} as const satisfies Record<Canary, string>;

const rolesAt: Readonly<Record<Canary, readonly Role[]>> = {
  Zenit: ["operator_admin", "vetting_agent", "catalogue_manager", "support_engineer", "representative"],
  Brenta: partnerRoles,
  Kestrel: ["global_admin", "admin_agent", "sales_agent"],
  Nimbus: ["global_admin", "admin_agent", "helpdesk_agent"],
  Lario: partnerRoles,
  Vesuvio: ["global_admin", "admin_agent"],
  Dolomia: ["global_admin", "admin_agent"],
  Quercia: ["global_admin"],
  Sequoia: ["global_admin", "sales_agent"],
  Aurora: ["customer_global_admin", "customer_billing_admin", "customer_user"],
  Smeraldo: ["customer_global_admin"],
  Pulsar: ["customer_global_admin"],
  Meridiana: ["customer_global_admin"],
  Cobalto: ["customer_global_admin"],
  Juniper: ["customer_global_admin"],
  Opale: ["customer_global_admin"],
  Granito: ["customer_global_admin"],
};

/** What stands before the @: the role in the words of the sign-in page, or `user` for nobody in particular. */
function localPart(role: Role): string {
  return role.replace("customer_global_admin", "admin").replace("customer_", "").replaceAll("_", ".");
}

function domainOf(canary: Canary): string {
  const isTenant = rolesAt[canary].some((role) => role.startsWith("customer_"));
  return `${canary.toLowerCase()}.${isTenant ? "onmicrosoft.example" : "example"}`;
}

function peopleAt(organisation: Canary): readonly DemoPerson[] {
  const everybody = names[organisation].split(", ");
  return rolesAt[organisation].map((role, index) => {
    const [firstName = "", ...rest] = (everybody[index] ?? "").split(" ");
    return {
      organisation,
      signInName: `${localPart(role)}@${domainOf(organisation)}`,
      firstName,
      lastName: rest.join(" "),
      roles: [role],
    };
  });
}

/** Somebody without any role, and somebody who works for two providers. */
const special: readonly DemoPerson[] = [
  {
    organisation: "Brenta",
    signInName: "new.colleague@brenta.example",
    firstName: "Tommaso",
    lastName: "Gatti",
    roles: [],
  },
  {
    organisation: "Brenta",
    signInName: "consultant@people.example",
    firstName: "Caterina",
    lastName: "Marini",
    roles: ["admin_agent", "report_viewer"],
    also: { organisation: "Kestrel", roles: ["helpdesk_agent"] },
  },
];

/** Everybody who can sign in on the demo: every role of every kind of organisation has an account. */
export const people: readonly DemoPerson[] = [
  ...(Object.keys(names) as Canary[]).flatMap(peopleAt),
  ...special,
];

/** The id of a person of the demo. */
export function personId(signInName: string): string {
  return demoId("person", signInName);
}

/** The person of an organisation of the demo who holds a role; fails when there is none. */
export function personWith(
  organisation: Canary,
  role: Role,
): { readonly userId: string; readonly name: string } {
  const person = people.find((one) => one.organisation === organisation && one.roles.includes(role));
  if (!person) throw new Error(`nobody at ${organisation} is ${role}`);
  return { userId: personId(person.signInName), name: `${person.firstName} ${person.lastName}` };
}
