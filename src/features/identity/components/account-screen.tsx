import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";
import { Section } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { Form } from "#/ui/form";
import { PageHeader } from "#/ui/page-header";
import { SelectField } from "#/ui/select-field";
import { SubmitButton } from "#/ui/submit-button";
import { changePreferencesAction, signOutEverywhereAction } from "../actions";
import { type OwnSession, SessionList } from "./session-list";

type AccountScreenProps = {
  readonly viewer: Viewer;
  readonly sessions: readonly OwnSession[];
  readonly saved: boolean;
};

/** The own account: who one is, how the portal speaks, where one is signed in. */
export async function AccountScreen({ viewer, sessions, saved }: AccountScreenProps) {
  const [t, tRoles, locale, labels] = await Promise.all([
    getTranslations("identity.account"),
    getTranslations("roles"),
    getLocale(),
    formLabels(),
  ]);
  const roles = viewer.roles.map((role) => tRoles(role)).join(", ") || t("noRoles");
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
  return (
    <>
      <PageHeader title={t("title")} />
      {saved && <Banner tone="success" title={t("saved")} />}
      <Section title={t("profile")}>
        <DescriptionList
          items={[
            { term: t("name"), description: viewer.actor.name },
            { term: t("signInName"), description: viewer.signInName },
            { term: t("organisation"), description: viewer.companyName },
            { term: t("roles"), description: roles },
          ]}
        />
      </Section>
      <Section title={t("preferences")}>
        <Form action={changePreferencesAction} labels={labels} idempotencyKey={randomUUID()}>
          <SelectField
            name="language"
            label={t("language")}
            defaultValue={locale}
            width="sm"
            options={[
              { value: "en", label: t("english") },
              { value: "it", label: t("italian") },
            ]}
          />
          <SelectField
            name="timeZone"
            label={t("timeZone")}
            defaultValue={viewer.timeZone ?? "UTC"}
            width="md"
            options={zones}
          />
          <SelectField
            name="theme"
            label={t("theme")}
            defaultValue={viewer.theme ?? "system"}
            width="sm"
            options={[
              { value: "system", label: t("themeSystem") },
              { value: "light", label: t("themeLight") },
              { value: "dark", label: t("themeDark") },
            ]}
          />
          <SubmitButton>{t("save")}</SubmitButton>
        </Form>
      </Section>
      <Section title={t("security")}>
        <ButtonLink href="/account/change-password" icon="key-round">
          {t("changePassword")}
        </ButtonLink>
        <h3 className="mt-6 mb-2 font-medium">{t("sessions")}</h3>
        <SessionList sessions={sessions} timeZone={viewer.timeZone ?? "UTC"} />
        <Form action={signOutEverywhereAction} labels={labels} idempotencyKey={randomUUID()} className="mt-4">
          <p className="text-ink-muted text-sm">{t("signOutEverywhereHint")}</p>
          <SubmitButton tone="secondary">{t("signOutEverywhere")}</SubmitButton>
        </Form>
      </Section>
    </>
  );
}
