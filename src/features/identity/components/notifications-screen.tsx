import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { NoticeSummary } from "#/domain/notification/queries/list-notifications";
import { formLabels } from "#/platform/i18n/form-labels";
import { showInstant } from "#/platform/i18n/format";
import { lookUp } from "#/platform/i18n/look-up";
import { Badge } from "#/ui/badge";
import { EmptyState } from "#/ui/empty-state";
import { Form } from "#/ui/form";
import { Link } from "#/ui/link";
import { PageHeader } from "#/ui/page-header";
import { SubmitButton } from "#/ui/submit-button";
import { Timestamp } from "#/ui/timestamp";
import { markNotificationsReadAction } from "../actions";

type NotificationsScreenProps = { readonly notices: readonly NoticeSummary[]; readonly timeZone: string };

/** The notices of the bell, newest first (S-35). */
export async function NotificationsScreen({ notices, timeZone }: NotificationsScreenProps) {
  const [t, locale, labels] = await Promise.all([
    getTranslations("identity.notifications"),
    getLocale(),
    formLabels(),
  ]);
  if (notices.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("empty")} icon="bell">
          {t("emptyBody")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} />
      <Form action={markNotificationsReadAction} labels={labels} idempotencyKey={randomUUID()}>
        <SubmitButton tone="secondary">{t("markRead")}</SubmitButton>
      </Form>
      <ul className="mt-4 divide-y divide-line">
        {notices.map((notice) => {
          const { iso, utc, local } = showInstant(notice.createdAt, locale, timeZone);
          return (
            <li key={notice.id} className="py-3">
              <span className={notice.isRead ? undefined : "font-medium"}>
                {lookUp(locale, "notices", notice.type, notice.params) ?? notice.type}
              </span>{" "}
              {!notice.isRead && <Badge tone="info">{t("new")}</Badge>}
              <div className="text-ink-muted text-sm">
                <Timestamp instant={iso} utc={utc} local={local} />{" "}
                {notice.link && <Link href={notice.link}>{t("open")}</Link>}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
