import { useLocale, useTranslations } from "next-intl";
import { countLimit, type HomeFigures } from "#/domain/overview/queries/read-home-figures";
import { showInstant } from "#/platform/i18n/format";
import { Section } from "#/ui/card";
import { Stat } from "#/ui/stat";

type FiguresProps = {
  readonly figures: HomeFigures;
  readonly timeZone: string;
  readonly partners: { readonly label: "resellers" | "providers"; readonly href: string };
  readonly customersHref: string;
};

/** The figures of home with their time stamp; each leads to its list where there is one. */
export function Figures({ figures, timeZone, partners, customersHref }: FiguresProps) {
  const t = useTranslations("home.figures");
  const common = useTranslations("common");
  const locale = useLocale();
  const show = (count: number) =>
    count > countLimit ? common("moreThan", { count: countLimit }) : count.toLocaleString(locale);
  return (
    <Section
      title={t("title")}
      description={t("asOf", { time: showInstant(figures.asOf, locale, timeZone).local })}
    >
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Stat label={t(partners.label)} value={show(figures.partners)} href={partners.href} />
        <Stat label={t("customers")} value={show(figures.customers)} href={customersHref} />
        <Stat label={t("subscriptions")} value={show(figures.subscriptions)} />
        <Stat label={t("renewals")} value={show(figures.renewals)} />
      </div>
    </Section>
  );
}
