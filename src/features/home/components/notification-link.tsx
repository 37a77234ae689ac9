import { useTranslations } from "next-intl";
import { ButtonLink } from "#/ui/button";

/** The bell: leads to the notices and tells how many are unread, up to 99. */
export function NotificationLink({ count }: { readonly count: number }) {
  const t = useTranslations("shell");
  return (
    <ButtonLink href="/notifications" tone="quiet" icon="bell">
      <span className="sr-only">{t("unread", { count })}</span>
      {count > 0 && <span aria-hidden="true">{count > 99 ? "99+" : count}</span>}
    </ButtonLink>
  );
}
