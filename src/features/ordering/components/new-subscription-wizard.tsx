"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#/ui/banner";
import { Button, ButtonLink } from "#/ui/button";
import { DescriptionList } from "#/ui/description-list";
import { withReviewedPrices } from "../cart";
import { useNewSubscription } from "../use-new-subscription";
import type { NewSubscriptionOptions } from "../wizard-options";
import { CancelButton } from "./cancel-button";
import { NewSubscriptionCart } from "./new-subscription-cart";
import { PlacedOrder } from "./placed-order";
import { ReviewStep } from "./review-step";
import { ShownOnce } from "./shown-once";
import { StepFrame } from "./step-frame";
import { SubscriptionsStep } from "./subscriptions-step";

/** **New subscription** for an existing customer (S-11 to S-13, spans 213–217): choose, then **Submit** or review first. */
export function NewSubscriptionWizard({ options }: { readonly options: NewSubscriptionOptions }) {
  const t = useTranslations("ordering.steps");
  const review = useTranslations("ordering.review");
  const order = useNewSubscription(options);
  const { current, draft, steps } = order;
  const frame = { title: "newSubscription", steps, current } as const;
  if (options.obstacle) {
    return (
      <StepFrame {...frame} current="subscriptions" description={<CustomerBanner options={options} />}>
        <Banner
          tone="warning"
          title={options.obstacle.title}
          actions={<ButtonLink href={order.customerHref}>{t("back")}</ButtonLink>}
        >
          {options.obstacle.message}
        </Banner>
      </StepFrame>
    );
  }
  if (current === "confirmation") {
    return (
      <StepFrame {...frame}>
        {order.placed ? <Placed options={options} order={order} /> : <ShownOnce />}
      </StepFrame>
    );
  }
  const cancel = (
    <CancelButton asks={draft.cart.lines.length > 0} onCancel={order.discard} href={order.customerHref} />
  );
  if (current === "review") {
    return (
      <StepFrame {...frame} onStep={order.go} description={review("lead")}>
        <ReviewStep
          options={options}
          subject={order.subject}
          cart={draft.cart}
          onReview={(reviewed) =>
            order.changeCart((before) => ({ ...before, lines: withReviewedPrices(before.lines, reviewed) }))
          }
          sections={<CustomerBanner options={options} />}
          emptyText=""
          onUpdate={() => order.go("subscriptions")}
          action={order.submit}
          payload={order.payload}
          idempotencyKey={draft.key}
          submitLabel={t("buy")}
          onDone={order.finish}
          buttons={
            <>
              <Button onClick={() => order.go("subscriptions")}>{t("back")}</Button>
              {cancel}
            </>
          }
        />
      </StepFrame>
    );
  }
  return (
    <StepFrame
      {...frame}
      description={<CustomerBanner options={options} />}
      aside={<NewSubscriptionCart key={order.generation} order={order} options={options} cancel={cancel} />}
    >
      <SubscriptionsStep
        options={options}
        buyer={order.subject.buyer}
        onChange={order.changeCart}
        nameOfMarket={(market) => options.countries.find(({ value }) => value === market)?.label ?? market}
        isEmptied={false}
      />
    </StepFrame>
  );
}

type PartProps = { readonly options: NewSubscriptionOptions };

function CustomerBanner({ options }: PartProps) {
  const t = useTranslations("ordering.newSubscription");
  const { customer } = options;
  return (
    <div className="rounded-lg border border-line bg-canvas p-4 text-ink">
      <DescriptionList
        layout="columns"
        items={[
          { term: t("customer"), description: <strong>{customer.companyName}</strong> },
          { term: t("domain"), description: customer.primaryDomain },
          { term: t("country"), description: options.countryName },
          { term: t("associatedReseller"), description: customer.resellerName ?? t("none") },
        ]}
      />
    </div>
  );
}

function Placed({ options, order }: PartProps & { readonly order: ReturnType<typeof useNewSubscription> }) {
  const t = useTranslations("ordering.confirmation");
  const steps = useTranslations("ordering.steps");
  if (!order.placed) return null;
  return (
    <div className="grid gap-6">
      <PlacedOrder order={order.placed} timeZone={options.timeZone} />
      <div className="tt-actions">
        <ButtonLink tone="primary" href={order.customerHref}>
          {steps("doneButton")}
        </ButtonLink>
        <ButtonLink href={`${order.customerHref}/orders`}>{t("toHistory")}</ButtonLink>
      </div>
    </div>
  );
}
