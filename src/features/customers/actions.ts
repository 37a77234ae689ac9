"use server";

import { getTranslations } from "next-intl/server";
import { changeReseller } from "#/domain/customer/operations/change-reseller";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { defineAction } from "#/platform/next/define-action";
import { defineLookup } from "#/platform/next/define-lookup";
import { textOf } from "#/platform/next/form-values";
import { toPartnerOptions } from "./partner-options";

export const partnersLookup = defineLookup(listResellerOptions, toPartnerOptions);

export const changeResellerAction = defineAction(changeReseller, {
  input: (values) => {
    const wanted = textOf(values, "resellerId");
    return {
      customerId: textOf(values, "customerId"),
      version: Number(textOf(values, "version")),
      resellerId: wanted === "none" ? null : wanted,
    };
  },
  onSuccess: async ({ resellerName }) => {
    const t = await getTranslations("customers.association");
    const message = resellerName === null ? t("doneNone") : t("doneReseller", { name: resellerName });
    return { status: "done", message };
  },
});
