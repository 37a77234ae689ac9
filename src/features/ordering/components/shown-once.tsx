"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";

/** What a confirmation says when it is asked for again: it was shown once (S-13). */
export function ShownOnce() {
  const t = useTranslations("ordering.confirmation");
  return (
    <Banner
      tone="info"
      title={t("onceTitle")}
      actions={<ButtonLink href="/provider/customers">{t("toCustomers")}</ButtonLink>}
    >
      {t("onceBody")}
    </Banner>
  );
}
