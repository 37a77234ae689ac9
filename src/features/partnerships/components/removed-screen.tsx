import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { invitationLanguages } from "#/domain/partnership/model";
import type { PartnershipDetails } from "#/domain/partnership/queries/read-partnership";
import type { Viewer } from "#/platform/auth/viewer";
import { showDay } from "#/platform/i18n/format";
import { messagesOf } from "#/platform/i18n/messages";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";
import { Card } from "#/ui/card";
import { PageHeader } from "#/ui/page-header";
import { routes } from "../routes";
import { DraftNotice } from "./draft-notice";

type RemovedScreenProps = { readonly partnership: PartnershipDetails; readonly viewer: Viewer };

/** After a removal: what has changed and what has not, and texts to tell others oneself (spans 185, 186; nothing is sent, R35). */
export async function RemovedScreen({ partnership, viewer }: RemovedScreenProps) {
  const [t, te, table, locale] = await Promise.all([
    getTranslations("partnerships.removed"),
    getTranslations("partnerships.editor"),
    getTranslations("table"),
    getLocale(),
  ]);
  const name = partnership.partnerName;
  return (
    <>
      <PageHeader
        title={t("title", { name })}
        actions={
          <>
            <ButtonLink href={routes.customersOfReseller(partnership.partnerOrganisationId)}>
              {t("customers", { name })}
            </ButtonLink>
            <ButtonLink href={routes.resellers} tone="primary">
              {t("back")}
            </ButtonLink>
          </>
        }
      />
      <Banner tone="success" title={t("body", { name })} />
      <Card title={t("adviceTitle")} description={t("advice", { name })} className="mt-6">
        <DraftNotice
          language={locale}
          notices={noticesOf(partnership, viewer)}
          texts={{
            audience: t("audience"),
            reseller: t("forReseller"),
            customer: t("forCustomer"),
            language: t("language"),
            english: te("english"),
            italian: te("italian"),
            notice: t("notice"),
            copy: t("copy"),
            copied: table("copied"),
            failed: table("copyFailed"),
          }}
        />
      </Card>
    </>
  );
}

function noticesOf(partnership: PartnershipDetails, viewer: Viewer) {
  const write = (language: (typeof invitationLanguages)[number]) => {
    const t = createTranslator({
      locale: language,
      messages: messagesOf[language],
      namespace: "partnerships.notice",
    });
    const facts = {
      provider: viewer.companyName,
      name: partnership.partnerName,
      sender: viewer.actor.name,
      day: partnership.removedAt ? showDay(partnership.removedAt, language) : "",
    };
    return { reseller: t("reseller", facts), customer: t("customer", facts) };
  };
  const [en, it] = invitationLanguages;
  return { en: write(en), it: write(it) };
}
