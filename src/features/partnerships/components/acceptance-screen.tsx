import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { consentTextVersion } from "#/domain/partnership/model";
import type { Acceptance } from "#/domain/partnership/queries/read-acceptance";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import type { Locale } from "#/platform/i18n/messages";
import { DescriptionList } from "#/ui/description-list";
import { instantTexts } from "../instant-text";
import { countryName, regionName } from "../place-names";
import { AcceptanceForms } from "./acceptance-forms";
import { InvitationShell } from "./invitation-shell";
import { NoteOpened } from "./note-opened";

type OpenInvitation = Extract<Acceptance, { state: "open" }>;
type AcceptanceScreenProps = {
  readonly token: string;
  readonly invitation: OpenInvitation;
  readonly viewer: Viewer;
};

/** Who asks, what is allowed by accepting and what is not, and the consent (S-06). */
export async function AcceptanceScreen({ token, invitation, viewer }: AcceptanceScreenProps) {
  const [t, common, locale, labels] = await Promise.all([
    getTranslations("partnerships.acceptance"),
    getTranslations("common"),
    getLocale(),
    formLabels(),
  ]);
  const { provider: asking, reseller } = invitation;
  const names = { provider: asking.name, reseller: reseller.name, invitedBy: asking.invitedBy };
  return (
    <InvitationShell title={t("title", names)} description={t("description", names)}>
      <NoteOpened token={token} />
      <div className="grid gap-6">
        <Points title={t("who")}>
          <DescriptionList items={await factsOf(invitation, locale, viewer.timeZone)} />
        </Points>
        <Points title={t("grants")} points={[t("grantOrders", names), t("grantSee", names)]} />
        <Points
          title={t("keeps")}
          points={[t("keepOthers", names), t("keepTenant", names), t("keepEnd", names)]}
        />
        <AcceptanceForms
          token={token}
          consentTextVersion={String(consentTextVersion)}
          labels={labels}
          idempotencyKeys={[randomUUID(), randomUUID()]}
          texts={{
            consent: t("consent", names),
            authorize: t("authorize"),
            decline: t("decline"),
            declineTitle: t("declineTitle"),
            declineBody: t("declineBody", names),
            declined: t("declined", names),
            cancel: common("cancel"),
            home: t("home"),
          }}
        />
      </div>
    </InvitationShell>
  );
}

async function factsOf(
  { provider, reseller, expiresAt }: OpenInvitation,
  locale: Locale,
  timeZone: string | null,
) {
  const t = await getTranslations("partnerships.acceptance");
  const instant = await instantTexts(locale, timeZone);
  return [
    { term: t("provider"), description: provider.name },
    { term: t("country"), description: countryName(locale, provider.country) },
    { term: t("region"), description: t("regionMatch", { region: regionName(locale, provider.region) }) },
    { term: t("partnerId"), description: provider.partnerId ?? "–" },
    { term: t("domain"), description: provider.domain },
    { term: t("contact"), description: provider.supportEmail ?? "–" },
    { term: t("forCompany"), description: t("forCompanyValue", reseller) },
    { term: t("expires"), description: instant(expiresAt) },
  ];
}

type PointsProps = {
  readonly title: string;
  readonly points?: readonly string[];
  readonly children?: React.ReactNode;
};

function Points({ title, points = [], children }: PointsProps) {
  return (
    <section>
      <h2 className="mb-2 text-md">{title}</h2>
      {children}
      {points.length > 0 && (
        <ul className="grid list-disc gap-1.5 ps-5">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
