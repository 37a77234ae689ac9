import { z } from "zod";
import { showDay } from "#/platform/i18n/format";
import { isLocale } from "#/platform/i18n/messages";
import { mailText } from "#/platform/mail/mail-text";
import type { EventConsumer } from "#/platform/outbox/relay";
import { tellByMail } from "#/platform/outbox/tell";

const eventData = z.object({ customerId: z.uuid() });

/** Tells the customer's contact that the provider recorded the acceptance of the Customer Agreement, minutes later (R51). */
export const customerAgreementAttested: EventConsumer = async (tx, event) => {
  const { customerId } = eventData.parse(event.data);
  const customer = await tx.unit.db.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { provider: true },
  });
  const acceptance = await tx.unit.db.agreementAcceptance.findFirstOrThrow({
    where: {
      organisationId: customer.tenantId,
      providerId: customer.providerId,
      method: "partner_attestation",
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const language = isLocale(customer.language) ? customer.language : "en";
  await tellByMail(tx, customer.providerId, {
    subjectKind: "customer",
    subjectId: customer.id,
    recipient: customer.contactEmail,
    content: {
      ...mailText(language, "customer.agreement_attested", {
        name: `${customer.contactFirstName} ${customer.contactLastName}`,
        company: customer.companyName,
        provider: customer.provider.companyName,
        date: showDay(acceptance.dateAgreed, language),
        signatory: `${acceptance.signatoryFirstName} ${acceptance.signatoryLastName}`,
        signatoryEmail: acceptance.signatoryEmail,
        supportEmail: customer.provider.supportEmail ?? customer.provider.primaryDomain,
      }),
      fromName: customer.provider.companyName,
    },
  });
};
