"use client";

import { useLocale, useTranslations } from "next-intl";
import { showDay } from "#/platform/i18n/format";
import { DescriptionList } from "#/ui/description-list";
import { type AccountValues, resellerChosen } from "../account-values";
import type { NewCustomerOptions } from "../wizard-options";

type AccountSummaryProps = { readonly values: AccountValues; readonly options: NewCustomerOptions };

/** The **Account info** section of **Review** (S-12). */
export function AccountSummary({ values, options }: AccountSummaryProps) {
  const t = useTranslations("ordering.review");
  const account = useTranslations("ordering.account");
  const locale = useLocale();
  const labelOf = (choices: NewCustomerOptions["countries"], value: string | undefined) =>
    choices.find((choice) => choice.value === value)?.label ?? value ?? "";
  const join = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(", ");
  const reseller = resellerChosen(values);
  const acceptedOn = new Date(`${values["agreement.acceptedOn"] ?? ""}T00:00:00Z`);
  const qualification = values.qualification ?? "none";
  const items = [
    { term: account("companyName"), description: values.companyName },
    {
      term: t("domain"),
      description: `${values.domainPrefix?.trim().toLowerCase()}.${options.domainSuffix}`,
    },
    {
      term: t("address"),
      description: join(
        values["address.line1"],
        values["address.line2"],
        values["address.postalCode"],
        values["address.city"],
        values["address.state"],
        labelOf(options.countries, values["address.country"]),
      ),
    },
    values.registrationId && { term: account("registrationId"), description: values.registrationId },
    qualification !== "none" && {
      term: account("qualification"),
      description: account(`qualifications.${qualification}` as "qualifications.none"),
    },
    {
      term: t("contact"),
      description: join(
        [values["contact.firstName"], values["contact.middleName"], values["contact.lastName"]]
          .filter(Boolean)
          .join(" "),
        values["contact.email"],
        values["contact.phone"],
      ),
    },
    {
      term: t("languageCulture"),
      description: join(
        labelOf(options.languages, values.language),
        labelOf(options.cultures, values.culture),
      ),
    },
    {
      term: account("reseller"),
      description: reseller === null ? t("direct") : labelOf(options.resellers, reseller),
    },
    {
      term: t("agreement"),
      description:
        values["agreement.method"] === "attested" && !Number.isNaN(acceptedOn.getTime())
          ? t("agreementAttested", {
              name: `${values["agreement.signatoryFirstName"]} ${values["agreement.signatoryLastName"]}`,
              date: showDay(acceptedOn, locale),
            })
          : t("agreementDirect"),
    },
  ];
  return <DescriptionList items={items.flatMap((item) => (item ? [item] : []))} />;
}
