import { z } from "zod";
import { mailText } from "#/platform/mail/mail-text";
import type { ConsumerTx, EventConsumer } from "#/platform/outbox/relay";
import { peopleWithRole, tellByMail, tellInBell } from "#/platform/outbox/tell";

const eventData = z.object({ partnershipId: z.uuid(), providerId: z.uuid(), resellerId: z.uuid() });

const providerRoles = ["admin_agent", "sales_agent"] as const;
const resellerRoles = ["global_admin"] as const;

type Side = {
  readonly organisationId: string;
  readonly code: "accepted_provider" | "accepted_reseller";
  readonly notice: "reseller_connected" | "provider_connected";
  readonly roles: typeof providerRoles | typeof resellerRoles;
  readonly path: string;
  readonly params: Readonly<Record<"provider" | "reseller" | "country" | "partnerId", string>>;
};

async function tellSide(tx: ConsumerTx, partnershipId: string, side: Side): Promise<void> {
  await tellInBell(tx.unit, {
    organisationId: side.organisationId,
    type: `partnership.${side.notice}`,
    params: side.params,
    link: side.path,
    roles: side.roles,
  });
  for (const { name, email, language } of await peopleWithRole(tx.unit, side.organisationId, side.roles)) {
    await tellByMail(tx, side.organisationId, {
      subjectKind: "partnership",
      subjectId: partnershipId,
      recipient: email,
      content: mailText(language, `partnership.${side.code}`, { ...side.params, name }, side.path),
    });
  }
}

/**
 * Tells both sides that they are partners now: the provider's admin and sales agents and the reseller's global admins,
 * in the bell and by mail, each person in the own language (Appendix C, S-06).
 */
export const partnershipAccepted: EventConsumer = async (tx, event) => {
  const { partnershipId, providerId, resellerId } = eventData.parse(event.data);
  const provider = await tx.unit.db.organisation.findUniqueOrThrow({ where: { id: providerId } });
  const reseller = await tx.unit.db.organisation.findUniqueOrThrow({ where: { id: resellerId } });
  const names = { provider: provider.companyName, reseller: reseller.companyName };
  await tellSide(tx, partnershipId, {
    organisationId: providerId,
    code: "accepted_provider",
    notice: "reseller_connected",
    roles: providerRoles,
    path: "/provider/indirect-resellers",
    params: { ...names, country: reseller.country, partnerId: reseller.partnerId ?? "–" },
  });
  await tellSide(tx, partnershipId, {
    organisationId: resellerId,
    code: "accepted_reseller",
    notice: "provider_connected",
    roles: resellerRoles,
    path: "/reseller/indirect-providers",
    params: { ...names, country: provider.country, partnerId: provider.partnerId ?? "–" },
  });
};
