"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { verifyReseller } from "#/domain/subscription/queries/verify-reseller";
import { defineAction } from "#/platform/next/define-action";
import { defineLookup } from "#/platform/next/define-lookup";
import { changeInput } from "./change-input";
import { toResellerChoices } from "./reseller-choices";

export const changeSubscriptionAction = defineAction(changeSubscription, {
  input: changeInput,
  onSuccess: async ({ changed }) => {
    const t = await getTranslations("subscriptions.detail");
    return { status: "done", message: t("saved", { count: changed.length }) };
  },
});

export const resellerChoicesLookup = defineLookup(listResellerOptions, toResellerChoices);

export const verifyResellerLookup = defineLookup(
  verifyReseller,
  async ({ partnerId, companyName, country }) => ({
    partnerId,
    companyName,
    country: new Intl.DisplayNames(await getLocale(), { type: "region" }).of(country) ?? country,
  }),
);
