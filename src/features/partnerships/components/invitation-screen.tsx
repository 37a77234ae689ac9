import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { chosenExpiryDays, daysLater } from "#/domain/partnership/expiry";
import { expiryDaysOptions, type InvitationLanguage, invitationLanguages } from "#/domain/partnership/model";
import type { InvitationDraft } from "#/domain/partnership/queries/read-invitation";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { showDay } from "#/platform/i18n/format";
import { isLocale, messagesOf } from "#/platform/i18n/messages";
import { StatusChip } from "#/ui/badge";
import { Banner } from "#/ui/banner";
import { Breadcrumb } from "#/ui/breadcrumb";
import { PageHeader } from "#/ui/page-header";
import { draftEmails } from "../draft-emails";
import { stateTone } from "../invitation-rows";
import { countryName } from "../place-names";
import { routes } from "../routes";
import { DeliveryList } from "./delivery-list";
import { InvitationEditor } from "./invitation-editor";
import { RequestPartnershipButton } from "./request-partnership-button";

type InvitationScreenProps = { readonly viewer: Viewer; readonly page: InvitationDraft };

/** The draft e-mail of an invitation (S-05, spans 146–149); for one that has ended, what became of it. */
export async function InvitationScreen({ viewer, page }: InvitationScreenProps) {
  const [t, states, shell, locale] = await Promise.all([
    getTranslations("partnerships.editor"),
    getTranslations("partnerships.invitationStates"),
    getTranslations("shell"),
    getLocale(),
  ]);
  const state = states(page.status);
  return (
    <>
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[{ label: t("back"), href: routes.resellers }, { label: t("title") }]}
      />
      <PageHeader
        title={t("title")}
        description={t("description")}
        status={<StatusChip tone={stateTone[page.status]}>{state}</StatusChip>}
      />
      {viewer.programStatus === "suspended" && <Banner tone="warning" title={t("suspended")} />}
      {page.link === null ? (
        <Banner tone="info" title={t("endedTitle", { state })} actions={<RequestPartnershipButton />}>
          {t("endedBody")}
        </Banner>
      ) : (
        <InvitationEditor
          {...editorData(page, page.link)}
          expiry={await expiryChoices(page, t, locale)}
          texts={messagesOf[locale].partnerships.editor}
          labels={await formLabels()}
          idempotencyKey={randomUUID()}
          listHref={routes.invitations}
        />
      )}
      <DeliveryList deliveries={page.deliveries} timeZone={viewer.timeZone} />
    </>
  );
}

function editorData(page: InvitationDraft, link: string) {
  const { invitation, provider } = page;
  const facts = {
    provider: provider.companyName,
    partnerId: provider.partnerId ?? "–",
    sender: page.senderName,
    senderEmail: page.senderEmail,
    link,
  };
  const [en, it] = invitationLanguages;
  return {
    invitationId: invitation.id,
    version: invitation.version,
    recipient: invitation.recipientEmail ?? "",
    reusable: invitation.reusable,
    language: isLocale(invitation.language) ? invitation.language : en,
    savedText: page.text,
    link,
    drafts: {
      en: draftEmails({ ...facts, country: countryName(en, provider.country) }).en,
      it: draftEmails({ ...facts, country: countryName(it, provider.country) }).it,
    },
  };
}

/** The choices of expiry with the day each means: in the reader's language for the list, in each draft's for its text. */
async function expiryChoices(
  { invitation: { createdAt, expiresAt } }: InvitationDraft,
  t: Awaited<ReturnType<typeof getTranslations<"partnerships.editor">>>,
  locale: InvitationLanguage,
) {
  const chosen = chosenExpiryDays(createdAt, expiresAt);
  const instants = [
    ...(chosen === undefined ? [{ value: "keep", days: 0, at: expiresAt }] : []),
    ...expiryDaysOptions.map((days) => ({ value: String(days), days, at: daysLater(createdAt, days) })),
  ];
  const daysIn = (language: InvitationLanguage) =>
    Object.fromEntries(instants.map(({ value, at }) => [value, showDay(at, language)]));
  return {
    chosen: chosen === undefined ? "keep" : String(chosen),
    options: instants.map(({ value, days, at }) => {
      const date = showDay(at, locale);
      return { value, label: value === "keep" ? t("expiryKeep", { date }) : t("expiryDays", { days, date }) };
    }),
    days: { en: daysIn("en"), it: daysIn("it") },
  };
}
