import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { typeToConfirmAbove } from "#/domain/partnership/model";
import type { RemovalPreview } from "#/domain/partnership/queries/preview-removal";
import { affectedCountLimit } from "#/domain/partnership/removal-store";
import { formLabels } from "#/platform/i18n/form-labels";
import { showDay } from "#/platform/i18n/format";
import { Breadcrumb } from "#/ui/breadcrumb";
import { ButtonLink } from "#/ui/button";
import { Card } from "#/ui/card";
import { Form } from "#/ui/form";
import { Link } from "#/ui/link";
import { PageHeader } from "#/ui/page-header";
import { SubmitButton } from "#/ui/submit-button";
import { TextField } from "#/ui/text-field";
import { removePartnershipAction } from "../actions";
import { routes } from "../routes";

/** The question before a partnership is removed: the five points, what stays, **Yes** or **No** (S-08, spans 177–184). */
export async function RemovalScreen({ preview }: { readonly preview: RemovalPreview }) {
  const [t, list, shell, locale] = await Promise.all([
    getTranslations("partnerships.removal"),
    getTranslations("partnerships.list"),
    getTranslations("shell"),
    getLocale(),
  ]);
  const name = preview.resellerName;
  const points = [
    t("pointCustomers", { name }),
    t("pointPrivileges", { name }),
    t("pointGoodFaith"),
    t("pointNotice", { name }),
    t("pointSilence", { name }),
  ];
  return (
    <>
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[{ label: list("title"), href: routes.resellers }, { label: list("remove") }]}
      />
      <PageHeader
        title={t("title", { name })}
        description={t("description", { day: showDay(preview.since, locale) })}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(16rem,2fr)]">
        <Card title={t("points")}>
          <ul className="tt-consequences">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Card>
        <Card title={t("counts")}>
          <Counts preview={preview} />
        </Card>
        <Form
          action={removePartnershipAction}
          labels={await formLabels()}
          idempotencyKey={randomUUID()}
          hidden={{
            partnershipId: preview.partnershipId,
            acknowledgedTextVersion: String(preview.textVersion),
          }}
        >
          <h2 className="text-md">{t("question")}</h2>
          {preview.mustTypeName && (
            <TextField
              name="typedName"
              label={t("typeName", { name })}
              hint={t("typeNameHint", { name, count: typeToConfirmAbove })}
              required
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              width="md"
            />
          )}
          <div className="tt-actions">
            <SubmitButton tone="danger">{t("yes")}</SubmitButton>
            <ButtonLink href={routes.resellers}>{t("no")}</ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}

async function Counts({ preview }: { readonly preview: RemovalPreview }) {
  const t = await getTranslations("partnerships.removal");
  const { affected, openInvitations, resellerId, resellerName: name } = preview;
  const count = (value: number) =>
    value > affectedCountLimit ? t("many", { count: affectedCountLimit }) : String(value);
  return (
    <Figures
      figures={[
        {
          term: t("customers"),
          description: <Link href={routes.customersOfReseller(resellerId)}>{count(affected.customers)}</Link>,
        },
        { term: t("subscriptions", { name }), description: count(affected.subscriptions) },
        { term: t("supportContacts", { name }), description: count(affected.supportContacts) },
        {
          term: `${t("openInvitations", { name })} ${openInvitations > 0 ? t("openInvitationsHint") : ""}`.trim(),
          description:
            openInvitations === 0 ? "0" : <Link href={routes.invitations}>{String(openInvitations)}</Link>,
        },
      ]}
    />
  );
}

type FiguresProps = {
  readonly figures: readonly { readonly term: string; readonly description: ReactNode }[];
};

/** Numbers with what they count, read as name and value. */
function Figures({ figures }: FiguresProps) {
  return (
    <dl className="grid grid-flow-dense grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-3">
      {figures.map(({ term, description }) => (
        <div key={term} className="contents">
          <dt className="col-start-2">{term}</dt>
          <dd className="col-start-1 text-end font-semibold text-md tabular-nums">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
