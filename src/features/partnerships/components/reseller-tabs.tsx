import { getTranslations } from "next-intl/server";
import { Tabs } from "#/ui/tabs";
import { routes } from "../routes";

/** The two views of **Indirect resellers**: partnerships, and invitations that wait for an answer. */
export async function ResellerTabs({ current }: { readonly current: "partners" | "pending" }) {
  const t = await getTranslations("partnerships.list");
  return (
    <Tabs
      label={t("tabs")}
      tabs={[
        { href: routes.resellers, label: t("tabPartners"), current: current === "partners" },
        { href: routes.invitations, label: t("tabPending"), current: current === "pending" },
      ]}
    />
  );
}
