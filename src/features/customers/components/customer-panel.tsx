import type { CustomerListItem } from "#/domain/customer/model";
import { ButtonLink } from "#/ui/button";
import { DescriptionList } from "#/ui/description-list";
import { routes } from "../routes";

/** The words of an opened row. */
export type PanelLabels = {
  readonly microsoftId: string;
  readonly domain: string;
  readonly contact: string;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly none: string;
  readonly addSubscription: string;
  readonly viewSubscriptions: string;
  readonly viewOrders: string;
};

type CustomerPanelProps = {
  readonly capacity: "provider" | "reseller";
  readonly customer: CustomerListItem;
  readonly labels: PanelLabels;
  readonly mayOrder: boolean;
};

/** What the down arrow of a customer reveals: its record and the quick links (S-09, span 213). */
export function CustomerPanel({ capacity, customer, labels, mayOrder }: CustomerPanelProps) {
  const isProvider = capacity === "provider";
  const subscriptions = isProvider
    ? routes.providerCustomer(customer.id)
    : routes.resellerCustomer(customer.id);
  return (
    <div className="grid gap-4">
      <DescriptionList
        layout="columns"
        items={[
          { term: labels.microsoftId, description: <code>{customer.tenantId}</code> },
          { term: labels.domain, description: customer.primaryDomain },
          { term: labels.country, description: customer.country },
          { term: labels.contact, description: customer.contactName },
          { term: labels.email, description: customer.contactEmail },
          { term: labels.phone, description: customer.contactPhone ?? labels.none },
        ]}
      />
      <div className="tt-actions">
        {isProvider && mayOrder && (
          <ButtonLink href={routes.newSubscription(customer.id)} size="sm" tone="primary">
            {labels.addSubscription}
          </ButtonLink>
        )}
        <ButtonLink href={subscriptions} size="sm">
          {labels.viewSubscriptions}
        </ButtonLink>
        {isProvider && (
          <ButtonLink href={routes.orders(customer.id)} size="sm">
            {labels.viewOrders}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
