import type { Unit } from "#/db/act-as";
import type { ClaimedMail } from "#/platform/mail/mail-queue";
import { tellInBell } from "#/platform/outbox/tell";

const inviterRoles = ["global_admin", "user_admin", "admin_agent", "sales_agent"] as const;

/** Tells the inviting provider in the bell that an invitation could not be delivered, and why (Appendix C). */
export async function tellSenderOfFailedMail(unit: Unit, mail: ClaimedMail, reason: string): Promise<void> {
  if (mail.subjectKind !== "partnership_invitation") return;
  await tellInBell(unit, {
    organisationId: mail.organisationId,
    type: "mail.failed",
    params: { recipient: mail.recipient, reason },
    link: `/provider/indirect-resellers/invitations/${mail.subjectId}`,
    roles: inviterRoles,
  });
}
