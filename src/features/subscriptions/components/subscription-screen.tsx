import { randomUUID } from "node:crypto";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { can, rolesThatMay } from "#/domain/authorisation/authorise";
import type { SubscriptionWithHistory } from "#/domain/subscription/queries/get-subscription";
import { findStateRefusal } from "#/domain/subscription/rules";
import type { Viewer } from "#/platform/auth/viewer";
import { failureText } from "#/platform/i18n/failure-text";
import { formLabels } from "#/platform/i18n/form-labels";
import { StatusChip } from "#/ui/badge";
import { Banner } from "#/ui/banner";
import { Breadcrumb } from "#/ui/breadcrumb";
import { PageHeader } from "#/ui/page-header";
import { changeSubscriptionAction, resellerChoicesLookup, verifyResellerLookup } from "../actions";
import { toFormFacts } from "../form-facts";
import { routes } from "../routes";
import { toneOfStatus } from "../status";
import { AboutSubscription } from "./about-subscription";
import { ChangeForm } from "./change-form";
import { PriceSection } from "./price-section";
import { SubscriptionHistory } from "./subscription-history";

type SubscriptionScreenProps = {
  readonly viewer: Viewer;
  readonly data: SubscriptionWithHistory;
  /** How to set a reseller's access and involvement, from the slice of partnerships (spans 155, 159–173). */
  readonly guide: ReactNode;
};

/** The form, or in its place why this subscription, or this viewer, changes nothing. */
async function Changes({ viewer, data: { subscription, readAt } }: Omit<SubscriptionScreenProps, "guide">) {
  if (!can(viewer.actor, "subscription.change")) return <ReadOnlyNote />;
  const refusal = findStateRefusal(subscription, readAt);
  if (refusal) {
    const { title, message } = await failureText(refusal.failure);
    return (
      <Banner tone="warning" title={title}>
        {message}
      </Banner>
    );
  }
  const { detail, price } = (await getMessages()).subscriptions;
  return (
    <NextIntlClientProvider messages={{ subscriptions: { detail, price } }}>
      <ChangeForm
        action={changeSubscriptionAction}
        loadChoices={resellerChoicesLookup}
        verify={verifyResellerLookup}
        labels={await formLabels()}
        idempotencyKey={randomUUID()}
        facts={toFormFacts(subscription, viewer, readAt)}
        cancelHref={routes.customer(subscription.customerId)}
      />
    </NextIntlClientProvider>
  );
}

async function ReadOnlyNote() {
  const [t, tRoles, locale] = await Promise.all([
    getTranslations("subscriptions.detail"),
    getTranslations("roles"),
    getLocale(),
  ]);
  const names = rolesThatMay("indirect_provider", "subscription.change").map((role) => tRoles(role));
  const roles = new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
  return <Banner title={t("readOnlyTitle")}>{t("readOnlyBody", { roles })}</Banner>;
}

/** One subscription: everything about it, and everything of it that can be changed by one **Submit** (S-20, span 173). */
export async function SubscriptionScreen({ viewer, data, guide }: SubscriptionScreenProps) {
  const { subscription, history, readAt } = data;
  const [tStatus, tShell] = await Promise.all([
    getTranslations("subscriptions.status"),
    getTranslations("shell"),
  ]);
  return (
    <>
      <Breadcrumb
        label={tShell("breadcrumb")}
        items={[
          { label: tShell("customers"), href: routes.customers },
          { label: subscription.customerName, href: routes.customer(subscription.customerId) },
          { label: subscription.friendlyName },
        ]}
      />
      <PageHeader
        title={subscription.friendlyName}
        description={
          subscription.friendlyName === subscription.offerName ? undefined : subscription.offerName
        }
        status={
          <StatusChip tone={toneOfStatus[subscription.status]}>{tStatus(subscription.status)}</StatusChip>
        }
      />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-8">
          <Changes viewer={viewer} data={data} />
          <SubscriptionHistory viewer={viewer} subscription={subscription} history={history} />
          {guide}
        </div>
        <div className="grid gap-8">
          <AboutSubscription viewer={viewer} subscription={subscription} readAt={readAt} />
          {subscription.unitPriceMinor !== null && <PriceSection subscription={subscription} />}
        </div>
      </div>
    </>
  );
}
