import { getLocale, getTranslations } from "next-intl/server";
import type { Acceptance } from "#/domain/partnership/queries/read-acceptance";
import { type AcceptanceRefusal, acceptanceRefusals, failureCodeOf } from "#/domain/partnership/refusals";
import { failureText } from "#/platform/i18n/failure-text";
import { showDay } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";
import { ButtonLink } from "#/ui/button";
import { countryName, regionName } from "../place-names";
import { routes } from "../routes";
import { InvitationShell } from "./invitation-shell";
import { NoteOpened } from "./note-opened";

type Refused = Extract<Acceptance, { state: "refused" }>;
type RefusalScreenProps = { readonly token: string; readonly refused: Refused };

/** Why an invitation cannot be accepted, and what to do: one page for each case of S-06. */
export async function RefusalScreen({ token, refused }: RefusalScreenProps) {
  const [t, locale] = await Promise.all([getTranslations("partnerships.acceptance"), getLocale()]);
  const { refusal, provider, admins } = refused;
  const facts = acceptanceRefusals[refusal.code];
  const code = "number" in facts ? facts.number : String(facts.status);
  const { title, message } = await failureText({
    kind: "rejected",
    code: failureCodeOf(refusal.code),
    params: inWords(refusal, locale),
  });
  const country = provider ? countryName(locale, provider.country) : "";
  const isPartner = refusal.code === "already_partners";
  return (
    <InvitationShell title={title} description={message}>
      <NoteOpened token={token} />
      <div className="grid gap-4">
        {refusal.code === "not_global_admin" && <Admins admins={admins} />}
        {provider && <p>{t("asked", { provider: provider.name, country })}</p>}
        <p className="text-ink-muted text-sm">{t("code", { code })}</p>
        <div className="tt-actions">
          <ButtonLink href={isPartner ? routes.providers : "/"} tone="primary">
            {isPartner ? t("openProviders") : t("home")}
          </ButtonLink>
        </div>
      </div>
    </InvitationShell>
  );
}

/** Days and regions as people write them. */
function inWords({ params }: AcceptanceRefusal, locale: Locale): AcceptanceRefusal["params"] {
  const words = Object.entries(params).map(([name, value]) => {
    const isDay = name === "at" || name === "since";
    return [name, isDay ? showDay(new Date(value), locale) : regionName(locale, String(value))] as const;
  });
  return Object.fromEntries(words);
}

async function Admins({ admins }: Pick<Refused, "admins">) {
  const t = await getTranslations("partnerships.acceptance");
  return (
    <section>
      <h2 className="mb-2 text-md">{t("askTitle")}</h2>
      {admins.length === 0 ? (
        <p>{t("askNobody")}</p>
      ) : (
        <ul className="grid gap-1">
          {admins.map(({ name, email }) => (
            <li key={email}>
              {name} ·{" "}
              <a className="tt-link" href={`mailto:${email}`}>
                {email}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
