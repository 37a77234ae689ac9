import { hashToken, seal } from "#/platform/crypto/services";
import { agreementId } from "./agreements";
import { writeAcceptance, writeCustomer } from "./records/customer";
import { writeListing } from "./records/directory-listing";
import { writeHeadOffice, writeOrganisation } from "./records/organisation";
import { writeInvitation, writePartnership } from "./records/partnership";
import { writeMembership, writePerson } from "./records/person";
import { daysAfter, type RecordWriter } from "./records/record-writer";
import { writeSubscription } from "./records/subscription";
import { demoId } from "./story/demo-id";
import { listings } from "./story/listings";
import { organisationId, organisations } from "./story/organisations";
import { people, personId, personWith } from "./story/people";
import { customerId, customers, invitations, partnershipId, partnerships } from "./story/relationships";
import { type DemoSubscription, subscriptions } from "./story/subscriptions";

/** How the story is written: the instant it ends at, and the hash every demo account gets. */
export type StoryOptions = { readonly today: Date; readonly passwordHash: string };

/** Writes every organisation of the demo with its offices, agreement, public entry and people. */
export async function writeCast(db: RecordWriter, { today, passwordHash }: StoryOptions): Promise<void> {
  for (const organisation of organisations) {
    const { canary, joinedDaysAgo, ...rest } = {
      signedDaysAgo: undefined,
      globalPartnerId: undefined,
      ...organisation,
    };
    const { signedDaysAgo, globalPartnerId, ...record } = rest;
    const id = organisationId(canary);
    const createdAt = daysAfter(today, -joinedDaysAgo);
    const signedAt = signedDaysAgo === undefined ? null : daysAfter(today, -signedDaysAgo);
    await writeOrganisation(db, { ...record, id, createdAt, agreementSignedAt: signedAt });
    if (globalPartnerId)
      await writeHeadOffice(db, {
        organisationId: id,
        partnerId: globalPartnerId,
        country: record.country,
        createdAt,
      });
  }
  for (const person of people) {
    const { signInName, organisation, also, ...rest } = person;
    const id = personId(signInName);
    const createdAt = daysAfter(today, -30);
    await writePerson(db, {
      ...rest,
      id,
      signInName,
      organisationId: organisationId(organisation),
      passwordHash,
      createdAt,
    });
    if (also)
      await writeMembership(db, {
        userId: id,
        organisationId: organisationId(also.organisation),
        roles: also.roles,
        createdAt: daysAfter(createdAt, 1),
      });
  }
  await writeSignatures(db, today);
  for (const { provider, ...listing } of listings)
    await writeListing(db, {
      ...listing,
      organisationId: organisationId(provider),
      website: `https://www.${provider.toLowerCase()}.example`,
      reviewedAt: daysAfter(today, -90),
    });
}

async function writeSignatures(db: RecordWriter, today: Date): Promise<void> {
  for (const organisation of organisations) {
    if (!("signedDaysAgo" in organisation)) continue;
    const { userId, name } = personWith(organisation.canary, "global_admin");
    const [firstName = "", ...rest] = name.split(" ");
    await writeAcceptance(db, {
      organisationId: organisationId(organisation.canary),
      providerId: null,
      templateId: agreementId("partner_agreement", 1, organisation.country === "IT" ? "it" : "en"),
      method: "online_signature",
      signatory: { firstName, lastName: rest.join(" "), email: `global.admin@${organisation.primaryDomain}` },
      attestedByUserId: userId,
      agreedAt: daysAfter(today, -organisation.signedDaysAgo),
    });
  }
}

/** Writes who works with whom: invitations, partnerships, customers and their agreements. */
export async function writeRelationships(
  db: RecordWriter,
  { today }: StoryOptions,
  newToken: () => string,
): Promise<void> {
  const invite = async (invitation: (typeof invitations)[number], acceptedBy?: string): Promise<string> => {
    const { name, provider, status, reusable, recipientEmail, madeDaysAgo } = invitation;
    const id = demoId("invitation", `${provider} ${name}`);
    const author = personWith(provider, "admin_agent");
    await writeInvitation(db, {
      id,
      providerId: organisationId(provider),
      token: newToken(),
      hashToken,
      seal,
      status,
      reusable,
      recipientEmail,
      createdByUserId: author.userId,
      createdByName: author.name,
      createdAt: daysAfter(today, -madeDaysAgo),
      ...(acceptedBy && { acceptedByOrganisationId: acceptedBy, acceptanceCount: 1 }),
    });
    return id;
  };
  for (const invitation of invitations) await invite(invitation);
  for (const { provider, reseller, sinceDaysAgo, removedDaysAgo } of partnerships) {
    const resellerId = organisationId(reseller);
    const invitation = {
      name: reseller,
      provider,
      status: "accepted" as const,
      reusable: false,
      recipientEmail: `global.admin@${reseller.toLowerCase()}.example`,
      madeDaysAgo: sinceDaysAgo + 2,
    };
    await writePartnership(db, {
      id: partnershipId(provider, reseller),
      providerId: organisationId(provider),
      resellerId,
      invitationId: await invite(invitation, resellerId),
      acceptedByUserId: personWith(reseller, "global_admin").userId,
      createdAt: daysAfter(today, -sinceDaysAgo),
      ...(removedDaysAgo !== undefined && {
        removed: {
          at: daysAfter(today, -removedDaysAgo),
          byUserId: personWith(provider, "admin_agent").userId,
        },
      }),
    });
  }
  for (const customer of customers) await writeDemoCustomer(db, customer, today);
}

async function writeDemoCustomer(
  db: RecordWriter,
  customer: (typeof customers)[number],
  today: Date,
): Promise<void> {
  const { tenant, provider, reseller, contact, agreement, sinceDaysAgo, tags } = customer;
  const email = `admin@${tenant.toLowerCase()}.onmicrosoft.example`;
  const createdAt = daysAfter(today, -sinceDaysAgo);
  await writeCustomer(db, {
    id: customerId(provider, tenant),
    tenantId: organisationId(tenant),
    providerId: organisationId(provider),
    resellerId: reseller && organisationId(reseller),
    contact: { ...contact, email },
    agreementStatus: agreement,
    createdAt,
    ...(tags && { tags }),
  });
  if (agreement === "missing") return;
  const language = ["Pulsar", "Juniper"].includes(tenant) ? "en" : "it";
  await writeAcceptance(db, {
    organisationId: organisationId(tenant),
    providerId: organisationId(provider),
    templateId: agreementId("customer_agreement", sinceDaysAgo > 200 ? 1 : 2, language),
    method: agreement === "attested" ? "partner_attestation" : "direct_acceptance",
    signatory: { ...contact, email },
    attestedByUserId: agreement === "attested" ? personWith(provider, "admin_agent").userId : null,
    agreedAt: createdAt,
  });
}

/** Writes what the customers have bought, at the prices of the imported price lists; fails when an offer is not in them. */
export async function writeSubscriptions(db: RecordWriter, { today }: StoryOptions): Promise<void> {
  for (const subscription of subscriptions) {
    const { name, provider, tenant, offer, term, billing, startedDaysAgo, endedDaysAgo, added, ...rest } =
      subscription;
    const { resellerOfRecord, supportContact, ...values } = rest;
    const startsAt = daysAfter(today, -startedDaysAgo);
    const sku = await findOffer(db, subscription);
    await writeSubscription(db, {
      ...values,
      id: demoId("subscription", name),
      orderId: demoId("order", name),
      customerId: customerId(provider, tenant),
      ...offer,
      ...sku,
      termDuration: term,
      billingCycle: billing,
      startsAt,
      resellerOfRecordId: resellerOfRecord ? organisationId(resellerOfRecord) : null,
      supportContactId: organisationId(supportContact ?? provider),
      placedBy: personWith(provider, "admin_agent"),
      ...(values.status === "suspended" && { suspendedAt: daysAfter(today, -9) }),
      ...(endedDaysAgo !== undefined && { endedAt: daysAfter(today, -endedDaysAgo) }),
      ...(added && { added: [{ quantity: added.quantity, at: daysAfter(today, -added.daysAgo) }] }),
    });
  }
}

async function findOffer(db: RecordWriter, { offer, term, billing, provider }: DemoSubscription) {
  const price = await db.price.findFirst({
    where: {
      ...offer,
      termDuration: term,
      billingCycle: billing,
      currency: provider === "Nimbus" ? "USD" : "EUR",
      segment: "Commercial",
    },
    orderBy: { effectiveFrom: "desc" },
    include: { sku: true },
  });
  if (!price) throw new Error(`${offer.productId} ${offer.skuId} ${term} ${billing} is in no price list`);
  return {
    offerName: price.sku.title,
    unitPriceMinor: price.unitPriceMinor,
    minimumQuantity: price.sku.minimumQuantity,
    maximumQuantity: price.sku.maximumQuantity,
  };
}
