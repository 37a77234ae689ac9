import type { Capability } from "#/domain/authorisation/role-matrix";
import type { OrganisationKind } from "#/domain/authorisation/roles";
import type { Messages } from "#/platform/i18n/messages";
import type { IconName } from "#/ui/icon-names";

/** An entry of the main menu: shown to those whose roles open the page behind it. */
export type MenuEntry = {
  readonly label: keyof Messages["shell"];
  readonly href: string;
  readonly icon: IconName;
  readonly access: Capability;
};

const home = (href: string): MenuEntry => ({ label: "home", href, icon: "house", access: "home.read" });

/** The first-level menu of each kind of organisation (spec 3.0; spans 133, 144, 176, 193, 210). */
export const menuOf: Readonly<Record<OrganisationKind, readonly MenuEntry[]>> = {
  indirect_provider: [
    home("/provider"),
    { label: "customers", href: "/provider/customers", icon: "building", access: "customer.list" },
    {
      label: "indirectResellers",
      href: "/provider/indirect-resellers",
      icon: "network",
      access: "partnership.list",
    },
  ],
  indirect_reseller: [
    home("/reseller"),
    { label: "customers", href: "/reseller/customers", icon: "building", access: "customer.list" },
    {
      label: "indirectProviders",
      href: "/reseller/indirect-providers",
      icon: "network",
      access: "provider.list",
    },
  ],
  customer: [
    home("/customer"),
    {
      label: "subscriptions",
      href: "/customer/subscriptions",
      icon: "package",
      access: "own_subscription.list",
    },
    { label: "partners", href: "/customer/partners", icon: "network", access: "partner_relationship.list" },
  ],
  vendor_operator: [
    home("/vendor"),
    { label: "priceLists", href: "/vendor/price-lists", icon: "package", access: "price_list.read" },
  ],
};

/** The first page of each kind of organisation. */
export const homeOf = {
  indirect_provider: "/provider",
  indirect_reseller: "/reseller",
  customer: "/customer",
  vendor_operator: "/vendor",
} as const satisfies Record<OrganisationKind, string>;
