import "server-only";
import { getTranslations } from "next-intl/server";
import type { ResellerOption } from "#/domain/partnership/queries/list-reseller-options";
import type { Option } from "#/ui/select-field";

/** Partners as choices with their partner id; who cannot be named now is shown, says why, and cannot be chosen (R25). */
export async function toResellerChoices(resellers: readonly ResellerOption[]): Promise<readonly Option[]> {
  const t = await getTranslations("ordering.account");
  return resellers.map(({ organisationId, name, partnerId, standing }) => {
    const id = t("resellerId", { partnerId });
    if (standing.eligible) return { value: organisationId, label: name, detail: id };
    const detail = `${id} · ${t(`standing.${standing.reason}`)}`;
    return { value: organisationId, label: name, detail, disabled: true };
  });
}
