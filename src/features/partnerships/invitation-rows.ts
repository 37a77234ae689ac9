import "server-only";
import { getTranslations } from "next-intl/server";
import type { MailDelivery } from "#/domain/partnership/delivery";
import type { InvitationStatus } from "#/domain/partnership/model";
import type { InvitationSummary } from "#/domain/partnership/queries/list-invitations";
import { showDay } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";
import type { CellValue, Column, RowAction, TableRow } from "#/ui/table-types";
import type { Tone } from "#/ui/tone";
import type { InvitationRowData } from "./components/invitation-table";
import { instantTexts } from "./instant-text";
import { routes } from "./routes";

/** The columns of **Pending invitations** (S-04). */
export async function invitationColumns(): Promise<readonly Column<InvitationRowData>[]> {
  const t = await getTranslations("partnerships.pending");
  return [
    { id: "recipient", header: t("recipient"), kind: "link", width: "md" },
    { id: "state", header: t("state"), kind: "badge" },
    { id: "mail", header: t("mail"), kind: "badge" },
    { id: "created", header: t("created"), width: "sm" },
    { id: "expires", header: t("expires"), kind: "timestamp" },
    { id: "opened", header: t("opened"), kind: "timestamp", hideOnPhone: true },
    { id: "accepted", header: t("accepted"), width: "sm" },
    { id: "refusal", header: t("refusal"), width: "sm" },
  ];
}

/** The tone of each state of an invitation. */
export const stateTone = {
  draft: "neutral",
  sent: "info",
  opened: "info",
  accepted: "success",
  declined: "danger",
  expired: "warning",
  revoked: "neutral",
} as const satisfies Record<InvitationStatus, Tone>;

const deliveryTone = {
  waiting: "info",
  retrying: "warning",
  sent: "success",
  failed: "danger",
} as const satisfies Record<MailDelivery["state"], Tone>;

/** The rows of **Pending invitations** as plain data. */
export async function invitationRows(
  invitations: readonly InvitationSummary[],
  locale: Locale,
  timeZone: string | null,
): Promise<readonly TableRow<InvitationRowData>[]> {
  const [t, states, deliveries, refusals] = await Promise.all([
    getTranslations("partnerships.pending"),
    getTranslations("partnerships.invitationStates"),
    getTranslations("partnerships.deliveries"),
    getTranslations("partnerships.refusals"),
  ]);
  const inFull = await instantTexts(locale, timeZone);
  const day = (instant: Date | null): CellValue => {
    if (!instant) return null;
    return { text: showDay(instant, locale), instant: instant.toISOString(), title: inFull(instant) };
  };
  return invitations.map((invitation) => {
    const { id, status, delivery, lastRefusal, link, acceptanceCount, acceptedByName } = invitation;
    const name = invitation.recipientEmail ?? t("byLink");
    return {
      id,
      label: name,
      href: routes.invitation(id),
      cells: {
        recipient: { text: name, detail: invitation.reusable ? t("reusable") : t("single") },
        state: { text: states(status), tone: stateTone[status] },
        mail: delivery && { text: deliveries(delivery.state), tone: deliveryTone[delivery.state] },
        created: {
          text: showDay(invitation.createdAt, locale),
          detail: t("createdBy", { name: invitation.createdByName }),
        },
        expires: day(invitation.expiresAt),
        opened: day(invitation.openedAt),
        accepted:
          acceptanceCount > 0
            ? {
                text: acceptedByName ?? t("acceptedUnnamed"),
                detail: t("acceptedTimes", { count: acceptanceCount }),
              }
            : null,
        refusal: lastRefusal && {
          text: refusals(lastRefusal.code ?? "unknown"),
          detail: showDay(lastRefusal.at, locale),
        },
      },
      actions: link === null ? [] : openActions(id, t),
      data: { link },
    };
  });
}

function openActions(
  id: string,
  t: Awaited<ReturnType<typeof getTranslations<"partnerships.pending">>>,
): readonly RowAction[] {
  return [
    { id: "copy", label: t("copyLink"), icon: "copy", inline: true },
    { id: "open", label: t("open"), href: routes.invitation(id), icon: "pencil" },
    { id: "revoke", label: t("revoke"), icon: "ban", tone: "danger" },
  ];
}
