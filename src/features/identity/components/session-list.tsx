import { useLocale, useTranslations } from "next-intl";
import { showInstant } from "#/platform/i18n/format";
import { Badge } from "#/ui/badge";
import { Timestamp } from "#/ui/timestamp";

/** An open session as its owner sees it. */
export type OwnSession = {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly isThisOne: boolean;
};

type SessionListProps = { readonly sessions: readonly OwnSession[]; readonly timeZone: string };

/** Where one is signed in: browser, address, when it was last used. */
export function SessionList({ sessions, timeZone }: SessionListProps) {
  const t = useTranslations("identity.account");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => {
        const { iso, utc, local } = showInstant(session.lastSeenAt, locale, timeZone);
        return (
          <li key={session.id} className="py-2">
            <span className="break-words">{session.userAgent || "–"}</span>{" "}
            {session.isThisOne && <Badge tone="info">{t("thisSession")}</Badge>}
            <div className="text-ink-muted text-sm">
              {session.address} · {t("lastUsed")} <Timestamp instant={iso} utc={utc} local={local} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
