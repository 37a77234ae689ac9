import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { rolesThatMay } from "#/domain/authorisation/authorise";
import type { Capability } from "#/domain/authorisation/role-matrix";
import type { FailureParams } from "#/domain/kernel/failure";
import { listGlobalAdmins } from "#/domain/organisation/queries/list-global-admins";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";
import { PageHeader } from "#/ui/page-header";
import type { Viewer } from "./auth/viewer";
import { requestContext } from "./next/request-context";
import { runQuery } from "./run-query";

type Props = { readonly viewer: Viewer; readonly capability?: Capability; readonly params: FailureParams };

/**
 * The page instead of one the viewer's roles do not open: which roles do, which the viewer has, and who in the
 * organisation can grant them (spec 3.0, G12).
 */
export async function AccessRefused({ viewer, capability, params }: Props) {
  const [t, tRoles, locale] = await Promise.all([
    getTranslations("accessRefused"),
    getTranslations("roles"),
    getLocale(),
  ]);
  const needed = capability
    ? rolesThatMay(viewer.organisationKind, capability)
    : String(params.roles ?? "")
        .split(",")
        .filter(Boolean);
  const inWords = (roles: readonly string[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(locale, { type }).format(
      roles.map((role) => tRoles(role as Parameters<typeof tRoles>[0])),
    );
  const admins = await runQuery(listGlobalAdmins, viewer.actor, {}, await requestContext());
  const own = inWords(viewer.roles, "conjunction");
  const roles = inWords(needed, "disjunction");
  const reason =
    needed.length === 0
      ? t("notForYou")
      : viewer.roles.length === 0
        ? t("neededNone", { roles })
        : t("needed", { roles, own });
  return (
    <>
      <PageHeader title={t("title")} />
      <Banner tone="warning" title={reason}>
        <h2 className="font-medium">{t("askTitle")}</h2>
        {admins.ok && admins.value.length > 0 ? (
          <ul>
            {admins.value.map(({ name, email }) => (
              <li key={email}>
                {name} · <a href={`mailto:${email}`}>{email}</a>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t("askNobody")}</p>
        )}
      </Banner>
      <p className="mt-4">
        <ButtonLink href="/">{t("backHome")}</ButtonLink>
      </p>
    </>
  );
}
