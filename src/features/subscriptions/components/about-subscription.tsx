import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { SubscriptionDetail } from "#/domain/subscription/queries/get-subscription";
import type { Viewer } from "#/platform/auth/viewer";
import { showInstant } from "#/platform/i18n/format";
import { StatusChip } from "#/ui/badge";
import { Section } from "#/ui/card";
import { CopyButton } from "#/ui/copy-button";
import { DescriptionList } from "#/ui/description-list";
import { Link } from "#/ui/link";
import { routes } from "../routes";
import { endWordOf, toneOfStatus } from "../status";
import { Countdown } from "./countdown";

type AboutSubscriptionProps = {
  readonly viewer: Viewer;
  readonly subscription: SubscriptionDetail;
  readonly readAt: Date;
};

const endTerm = { renews: "renewsOn", expires: "expiresOn", ended: "endedOn" } as const;

/** **Status** and deadlines in UTC and the reader's own time, with the time left, and what the subscription is (S-20, G2, G22). */
export async function AboutSubscription({ viewer, subscription, readAt }: AboutSubscriptionProps) {
  const [t, tStatus, tTerm, tBilling, tList, locale, messages] = await Promise.all([
    getTranslations("subscriptions.detail"),
    getTranslations("subscriptions.status"),
    getTranslations("subscriptions.term"),
    getTranslations("subscriptions.billing"),
    getTranslations("subscriptions.list"),
    getLocale(),
    getMessages(),
  ]);
  const timeZone = viewer.timeZone ?? "UTC";
  const instant = (at: Date) => {
    const shown = showInstant(at, locale, timeZone);
    return (
      <span className="grid">
        <time dateTime={shown.iso}>{shown.utc}</time>
        {timeZone !== "UTC" && (
          <span className="text-sm text-ink-muted">{tList("local", { instant: shown.local })}</span>
        )}
      </span>
    );
  };
  const deadline = (at: Date) => (
    <span className="grid">
      {instant(at)}
      {at >= readAt && (
        <span className="text-sm">
          <Countdown until={at.toISOString()} readAt={readAt.toISOString()} />
        </span>
      )}
    </span>
  );
  const end = endTerm[endWordOf(subscription.status, subscription.autoRenew)];
  return (
    <NextIntlClientProvider messages={{ subscriptions: { detail: messages.subscriptions.detail } }}>
      <Section title={t("about")}>
        <DescriptionList
          items={[
            {
              term: t("status"),
              description: (
                <StatusChip tone={toneOfStatus[subscription.status]}>
                  {tStatus(subscription.status)}
                </StatusChip>
              ),
            },
            { term: t(end), description: deadline(subscription.commitmentEndsAt) },
            { term: t("autoRenew"), description: subscription.autoRenew ? t("on") : t("off") },
            {
              term: t("cancelUntil"),
              description:
                subscription.cancellableUntil >= readAt
                  ? deadline(subscription.cancellableUntil)
                  : t("windowClosed", {
                      instant: showInstant(subscription.cancellableUntil, locale, timeZone).utc,
                    }),
            },
            { term: t("term"), description: tTerm(subscription.termDuration) },
            { term: t("billing"), description: tBilling(subscription.billingCycle) },
            { term: t("starts"), description: instant(subscription.startsAt) },
            { term: t("product"), description: subscription.productTitle ?? subscription.offerName },
            ...(subscription.publisher
              ? [{ term: t("publisher"), description: subscription.publisher }]
              : []),
            {
              term: t("subscriptionId"),
              description: (
                <span className="flex items-start gap-1">
                  <code>{subscription.id}</code>
                  <CopyButton
                    value={subscription.id}
                    labels={{ copy: t("copy"), copied: t("copied"), failed: t("copyFailed") }}
                    iconOnly
                  />
                </span>
              ),
            },
            {
              term: t("order"),
              description: (
                <Link href={routes.orders(subscription.customerId)}>{subscription.orderNumber}</Link>
              ),
            },
          ]}
        />
      </Section>
    </NextIntlClientProvider>
  );
}
