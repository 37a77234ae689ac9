import type { UserActor } from "#/domain/authorisation/actor";
import type { OrganisationKind, Role } from "#/domain/authorisation/roles";
import { newId } from "#/domain/kernel/ids";
import { hashToken, seal, services } from "#/platform/crypto/services";
import { writeCustomer } from "../../prisma/seed/records/customer";
import { type OrganisationRecord, writeOrganisation } from "../../prisma/seed/records/organisation";
import { writeInvitation, writePartnership } from "../../prisma/seed/records/partnership";
import { writePerson, writeSession } from "../../prisma/seed/records/person";
import { daysAfter } from "../../prisma/seed/records/record-writer";
import { type ActorOrganisation, userActor } from "./actors";
import { fixtures } from "./database";
import { clock } from "./runtime";
import { capitalised, uniqueDigits, uniqueWord } from "./unique";

/** A stored organisation, with somebody to act for it. */
export type BuiltOrganisation = ActorOrganisation & {
  readonly companyName: string;
  readonly primaryDomain: string;
  readonly country: string;
  /** Empty for organisations that are no partners. */
  readonly partnerId: string;
  readonly programStatus: string;
  /** A stored person with the widest role of this kind of organisation. */
  readonly admin: UserActor;
  /** Somebody of this organisation with exactly these roles; stored nowhere. */
  readonly as: (...roles: readonly Role[]) => UserActor;
};

const widestRole = {
  vendor_operator: "operator_admin",
  indirect_provider: "global_admin",
  indirect_reseller: "global_admin",
  customer: "customer_global_admin",
} as const satisfies Record<OrganisationKind, Role>;

class OrganisationBuilder {
  #record: Omit<OrganisationRecord, "createdAt">;

  constructor(kind: OrganisationKind) {
    const word = uniqueWord();
    const isPartner = kind === "indirect_provider" || kind === "indirect_reseller";
    this.#record = {
      id: newId(),
      kind,
      companyName: `${capitalised(word)} Test`,
      primaryDomain: `${word}.example`,
      country: "IT",
      partnerId: isPartner ? uniqueDigits() : null,
      agreementSignedAt: isPartner ? daysAfter(clock.now(), -200) : null,
    };
  }

  /** Replaces any of the values an organisation is written with. */
  with(values: Partial<OrganisationRecord>): this {
    this.#record = { ...this.#record, ...values };
    return this;
  }

  named(companyName: string): this {
    return this.with({ companyName });
  }

  inCountry(country: string): this {
    return this.with({ country });
  }

  suspended(): this {
    return this.with({ programStatus: "suspended" });
  }

  /** Enrolled, but the Partner Agreement is not signed yet (R23). */
  withoutAgreement(): this {
    return this.with({ agreementSignedAt: null, programStatus: "qualified" });
  }

  /** Enrolled, but without a location id to transact with (R13). */
  withoutPartnerId(): this {
    return this.with({ partnerId: null });
  }

  async create(): Promise<BuiltOrganisation> {
    const record = { createdAt: daysAfter(clock.now(), -300), ...this.#record };
    await writeOrganisation(fixtures, record);
    const organisation = { ...record, programStatus: record.programStatus ?? "active" };
    const admin = await aPerson(organisation, widestRole[record.kind]);
    return {
      ...organisation,
      partnerId: record.partnerId ?? "",
      admin,
      as: (...roles) => userActor({ organisation, roles }),
    };
  }
}

/** An indirect provider in Italy: active, agreement signed, with a partner id. */
export function anIndirectProvider(): OrganisationBuilder {
  return new OrganisationBuilder("indirect_provider");
}

/** An indirect reseller in Italy: active, agreement signed, with a partner id. */
export function anIndirectReseller(): OrganisationBuilder {
  return new OrganisationBuilder("indirect_reseller");
}

/** A vendor operator. */
export function aVendorOperator(): OrganisationBuilder {
  return new OrganisationBuilder("vendor_operator");
}

/** A customer's own tenant, which no provider serves yet. */
export function aTenant(): OrganisationBuilder {
  return new OrganisationBuilder("customer");
}

type PersonOptions = {
  readonly language?: string | null;
  readonly password?: string;
  readonly signInName?: string;
  readonly mustChangePassword?: boolean;
  readonly status?: "active" | "disabled";
};

/** Stores a person of an organisation who holds these roles, and gives the actor of an open session. */
export async function aPersonWith(
  organisation: ActorOrganisation,
  roles: readonly Role[],
  options: PersonOptions = {},
): Promise<UserActor & { readonly email: string }> {
  const { password, ...settings } = options;
  const userId = newId();
  const word = uniqueWord();
  const signInName = options.signInName ?? `${word}@people.example`;
  const person = { firstName: "Test", lastName: capitalised(word) };
  await writePerson(fixtures, {
    ...settings,
    ...person,
    id: userId,
    organisationId: organisation.id,
    signInName,
    roles,
    passwordHash: password === undefined ? null : await services.hashPassword(password),
    createdAt: daysAfter(clock.now(), -100),
  });
  const sessionId = newId();
  await writeSession(fixtures, {
    id: sessionId,
    userId,
    organisationId: organisation.id,
    expiresAt: daysAfter(new Date(), 1),
  });
  const name = `${person.firstName} ${person.lastName}`;
  return { ...userActor({ organisation, roles, userId, name, signInName, sessionId }), email: signInName };
}

/** Stores a person of an organisation with these roles. */
export function aPerson(
  organisation: ActorOrganisation,
  ...roles: readonly Role[]
): Promise<UserActor & { readonly email: string }> {
  return aPersonWith(organisation, roles);
}

/** An invitation as stored, with the token only its link carries. */
export type BuiltInvitation = { readonly id: string; readonly token: string };

type InvitationOptions = {
  readonly status?: "draft" | "sent" | "opened" | "accepted" | "declined" | "expired" | "revoked";
  readonly reusable?: boolean;
  readonly recipientEmail?: string | null;
  readonly createdAt?: Date;
  readonly expiresAt?: Date;
  readonly createdBy?: UserActor;
};

/** Stores an invitation by a provider; sent, reusable and valid for 90 days unless told otherwise. */
export async function anInvitation(
  provider: BuiltOrganisation,
  options: InvitationOptions = {},
): Promise<BuiltInvitation> {
  const { createdBy = provider.admin, ...columns } = options;
  const invitation = { id: newId(), token: services.newToken() };
  await writeInvitation(fixtures, {
    status: "sent",
    reusable: true,
    createdAt: clock.now(),
    ...columns,
    ...invitation,
    hashToken,
    seal,
    providerId: provider.id,
    createdByUserId: createdBy.userId,
    createdByName: createdBy.name,
  });
  return invitation;
}

/** Stores a partnership of a provider and a reseller; active unless it is said to be removed. */
export async function aPartnership(
  provider: BuiltOrganisation,
  reseller: BuiltOrganisation,
  options: { readonly removed?: boolean; readonly createdAt?: Date } = {},
): Promise<{ readonly id: string; readonly invitationId: string }> {
  const createdAt = options.createdAt ?? daysAfter(clock.now(), -30);
  const invitation = await anInvitation(provider, { createdAt });
  const id = newId();
  await writePartnership(fixtures, {
    id,
    providerId: provider.id,
    resellerId: reseller.id,
    invitationId: invitation.id,
    acceptedByUserId: reseller.admin.userId,
    createdAt,
    ...(options.removed && { removed: { at: daysAfter(createdAt, 1), byUserId: provider.admin.userId } }),
  });
  return { id, invitationId: invitation.id };
}

/** A provider's customer as stored, with the tenant behind it. */
export type BuiltCustomer = {
  /** The id of the provider's record of the customer. */
  readonly id: string;
  readonly tenant: BuiltOrganisation;
  readonly provider: BuiltOrganisation;
  readonly reseller: BuiltOrganisation | null;
};

type CustomerOptions = Partial<
  Omit<Parameters<typeof writeCustomer>[1], "id" | "tenantId" | "providerId">
> & {
  /** Associated with this reseller; none makes a direct customer of the provider (R41). */
  readonly reseller?: BuiltOrganisation;
  /** A tenant that exists already, as for a customer with two providers. */
  readonly tenant?: BuiltOrganisation;
};

/** Stores a customer of a provider, with its own tenant and administrator, its agreement attested. */
export async function aCustomer(
  provider: BuiltOrganisation,
  options: CustomerOptions = {},
): Promise<BuiltCustomer> {
  const { reseller, tenant: given, ...columns } = options;
  const tenant = given ?? (await aTenant().inCountry(provider.country).create());
  const id = newId();
  await writeCustomer(fixtures, {
    contact: { firstName: "Contact", lastName: "Person", email: `contact@${tenant.primaryDomain}` },
    createdAt: daysAfter(clock.now(), -20),
    ...columns,
    id,
    tenantId: tenant.id,
    providerId: provider.id,
    resellerId: reseller?.id ?? null,
  });
  return { id, tenant, provider, reseller: reseller ?? null };
}
