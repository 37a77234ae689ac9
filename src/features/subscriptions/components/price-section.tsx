import { getLocale, getTranslations } from "next-intl/server";
import { isCurrency } from "#/domain/kernel/currency";
import { formatMoney, moneyOf, multiplyMoney } from "#/domain/kernel/money";
import type { SubscriptionDetail } from "#/domain/subscription/queries/get-subscription";
import { Section } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { Money } from "#/ui/money";

/** What a licence costs, and all of them; for roles that may read prices (S-20, A26). */
export async function PriceSection({ subscription }: { readonly subscription: SubscriptionDetail }) {
  const { unitPriceMinor, currency, quantity, termDuration } = subscription;
  if (unitPriceMinor === null || !isCurrency(currency)) return null;
  const [t, tTerm, locale] = await Promise.all([
    getTranslations("subscriptions.price"),
    getTranslations("subscriptions.term"),
    getLocale(),
  ]);
  const unit = moneyOf(unitPriceMinor, currency);
  return (
    <Section title={t("title")}>
      <DescriptionList
        items={[
          {
            term: t("unit"),
            description: (
              <Money text={formatMoney(unit, locale)} unit={t("perTerm", { term: tTerm(termDuration) })} />
            ),
          },
          {
            term: t("now", { count: quantity }),
            description: <Money text={formatMoney(multiplyMoney(unit, quantity), locale)} strong />,
          },
        ]}
      />
    </Section>
  );
}
