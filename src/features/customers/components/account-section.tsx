import { getLocale, getTranslations } from "next-intl/server";
import type { CustomerDetail } from "#/domain/customer/model";
import type { Viewer } from "#/platform/auth/viewer";
import { showInstant } from "#/platform/i18n/format";
import { Section } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { Timestamp } from "#/ui/timestamp";
import { addressLine, countryName } from "../place";

type AccountSectionProps = { readonly viewer: Viewer; readonly customer: CustomerDetail };

/** **Customer account info**: how the customer stands in the records, to read (S-17). */
export async function AccountSection({ viewer, customer }: AccountSectionProps) {
  const [t, locale] = await Promise.all([getTranslations("customers.detail"), getLocale()]);
  const created = showInstant(customer.createdAt, locale, viewer.timeZone ?? "UTC");
  const language =
    new Intl.DisplayNames(locale, { type: "language" }).of(customer.culture) ?? customer.culture;
  return (
    <Section title={t("account")} className="mt-8">
      <DescriptionList
        layout="columns"
        items={[
          { term: t("companyName"), description: customer.companyName },
          { term: t("relationship"), description: t("cloudReseller") },
          { term: t("address"), description: addressLine(customer.address) || t("none") },
          { term: t("country"), description: countryName(locale, customer.country) },
          { term: t("registrationId"), description: customer.registrationId ?? t("none") },
          { term: t("contact"), description: customer.contactName },
          {
            term: t("email"),
            description: (
              <a className="tt-link" href={`mailto:${customer.contactEmail}`}>
                {customer.contactEmail}
              </a>
            ),
          },
          { term: t("phone"), description: customer.contactPhone ?? t("none") },
          { term: t("language"), description: language },
          {
            term: t("created"),
            description: <Timestamp instant={created.iso} utc={created.utc} local={created.local} />,
          },
        ]}
      />
    </Section>
  );
}
