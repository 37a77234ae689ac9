import "server-only";
import { getTranslations } from "next-intl/server";
import type { FormLabels } from "#/ui/form";

/** The words every form needs of its own, in the reader's language. */
export async function formLabels(): Promise<FormLabels> {
  const t = await getTranslations("form");
  return {
    reference: t("reference"),
    offlineTitle: t("offlineTitle"),
    offlineMessage: t("offlineMessage"),
    staleTitle: t("staleTitle"),
    staleMessage: t("staleMessage"),
  };
}
