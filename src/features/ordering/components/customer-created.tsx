"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";
import { OneTimeSecret } from "#/ui/one-time-secret";
import type { ShownCustomer } from "../answers";
import { PlacedOrder } from "./placed-order";

type CustomerCreatedProps = { readonly created: ShownCustomer; readonly timeZone: string };

/**
 * Step **Confirmation** (S-13, spans 201–205): the customer, its order, and under **Setup info** the credentials of its
 * administrator, once. **Done** leads to the list with the new customer in it.
 */
export function CustomerCreated({ created, timeZone }: CustomerCreatedProps) {
  const t = useTranslations("ordering.confirmation");
  const steps = useTranslations("ordering.steps");
  const { administratorSignInName: userName, temporaryPassword } = created;
  const doneHref = `/provider/customers?q=${encodeURIComponent(created.domain)}`;
  return (
    <div className="grid gap-6">
      <Banner tone="success" role="status" title={t("customerCreated", { company: created.companyName })}>
        <p>
          {created.domain}
          {created.resellerName !== null && ` · ${t("associated")} ${created.resellerName}`}
        </p>
        {!created.isAgreementAttested && <p>{t("agreementOpen")}</p>}
      </Banner>
      {temporaryPassword === null ? (
        <>
          <Banner tone="warning" title={t("alreadyShownTitle")}>
            {t("alreadyShown", { userName })}
          </Banner>
          <div>
            <ButtonLink href={doneHref} tone="primary">
              {steps("doneButton")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <OneTimeSecret
          title={t("setupInfo")}
          description={`${t("setupLead")} ${t("mustChange")}`}
          items={[
            { label: t("userName"), value: userName },
            { label: t("password"), value: temporaryPassword },
          ]}
          labels={{
            copy: steps("copy"),
            copied: steps("copied"),
            copyFailed: t("copyFailed"),
            copyAll: t("copyAll"),
            print: t("print"),
            saved: t("saved"),
            done: steps("doneButton"),
            leave: { title: t("leaveTitle"), body: t("leaveBody"), leave: t("leave"), stay: t("stay") },
          }}
          doneHref={doneHref}
        />
      )}
      {created.order && <PlacedOrder order={created.order} timeZone={timeZone} />}
    </div>
  );
}
