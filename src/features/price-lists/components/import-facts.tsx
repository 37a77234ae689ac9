import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import { showInstant } from "#/platform/i18n/format";
import { Section } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { Timestamp } from "#/ui/timestamp";

const layouts = ["nce_licence_portal", "nce_licence_api", "nce_offer_matrix"] as const;

type ImportFactsProps = { readonly detail: ImportDetail; readonly timeZone: string };

/** What was in a file, what it did, when it came and who brought it. */
export async function ImportFacts({ detail, timeZone }: ImportFactsProps) {
  const [t, tl, kinds, format, locale] = await Promise.all([
    getTranslations("priceLists.detail"),
    getTranslations("priceLists.list"),
    getTranslations("priceLists.kinds"),
    getFormatter(),
    getLocale(),
  ]);
  const { iso, utc, local } = showInstant(detail.startedAt, locale, timeZone);
  const layout = layouts.find((known) => known === detail.layout) ?? "unknown";
  const seconds = detail.finishedAt
    ? Math.max(1, Math.round((detail.finishedAt.getTime() - detail.startedAt.getTime()) / 1_000))
    : null;
  const isList = detail.kind !== "offer_matrix";
  const offers = t("offersValue", { added: detail.offersAdded, changed: detail.offersChanged });
  // What a file holds is known when it is read to its end.
  const content = [
    { term: t("layout"), description: t(`layouts.${layout}`) },
    isList && { term: t("markets"), description: detail.markets.join(", ") || "–" },
    isList && { term: t("currencies"), description: detail.currencies.join(", ") || "–" },
    { term: t("rowsRead"), description: format.number(detail.rowsRead) },
    { term: t("rowsRejected"), description: format.number(detail.rowsRejected) },
    { term: t("rowsRepaired"), description: format.number(detail.rowsRepaired) },
    { term: t("rowsRepeated"), description: format.number(detail.rowsRepeated) },
    { term: t("offers"), description: offers },
  ];
  const facts = [
    { term: t("content"), description: kinds(detail.kind) },
    ...(detail.finishedAt ? content : []),
    { term: t("size"), description: t("sizeValue", { megabytes: detail.bytesTotal / 1_000_000 }) },
    { term: t("startedAt"), description: <Timestamp instant={iso} utc={utc} local={local} /> },
    { term: t("startedBy"), description: detail.startedByName ?? tl("byPortal") },
    seconds !== null && { term: t("duration"), description: t("durationValue", { seconds }) },
  ];
  return (
    <Section title={t("facts")}>
      <DescriptionList layout="columns" items={facts.filter((fact) => fact !== false)} />
    </Section>
  );
}
