import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { CustomerDetail } from "#/domain/customer/model";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { Badge } from "#/ui/badge";
import { changeResellerAction, partnersLookup } from "../actions";
import { ChangeResellerDialog } from "./change-reseller-dialog";

type PartnerOfCustomerProps = {
  readonly viewer: Viewer;
  readonly capacity: "provider" | "reseller";
  readonly customer: CustomerDetail;
};

async function associationTexts() {
  const t = await getTranslations("customers.association");
  return {
    change: t("change"),
    title: t("title"),
    lead: t("lead"),
    field: t("field"),
    choose: t("choose"),
    noReseller: t("noReseller"),
    loading: t("loading"),
    loadingFailed: t("loadingFailed"),
    consequencesLabel: t("consequences"),
    consequences: [t("consequenceSees"), t("consequenceKept"), t("consequenceAdmin")],
    submit: t("submit"),
    cancel: t("cancel"),
  };
}

/** The other side of a customer: its reseller, which who may edit customers can change here (R45), or its provider. */
export async function PartnerOfCustomer({ viewer, capacity, customer }: PartnerOfCustomerProps) {
  const t = await getTranslations("customers.detail");
  if (capacity === "reseller") return customer.partnerName ?? t("none");
  const { partnerName, partnerPartnerId } = customer;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {partnerName ?? t("noReseller")}
        {partnerPartnerId && <span className="text-ink-muted"> (ID: {partnerPartnerId})</span>}
      </span>
      {partnerName !== null && !customer.hasPartnership && (
        <span title={t("formerPartnerHint")}>
          <Badge tone="warning">{t("formerPartner")}</Badge>
        </span>
      )}
      {can(viewer.actor, "customer.edit") && (
        <ChangeResellerDialog
          action={changeResellerAction}
          load={partnersLookup}
          labels={await formLabels()}
          texts={await associationTexts()}
          idempotencyKey={randomUUID()}
          customerId={customer.id}
          version={customer.version}
          currentId={customer.partnerId}
        />
      )}
    </span>
  );
}
