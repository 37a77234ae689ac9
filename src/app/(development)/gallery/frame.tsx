import type { ReactNode } from "react";
import { AppShell } from "#/ui/app-shell";
import { Breadcrumb } from "#/ui/breadcrumb";
import { IconLink, OrganisationMenu, ProfileMenu, SearchBox } from "./bar";

const navigation = [
  {
    id: "main",
    entries: [
      { id: "home", href: "/home", label: "Home", icon: "house" },
      { id: "customers", href: "/customers", label: "Customers", icon: "building" },
      { id: "resellers", href: "/gallery", label: "Indirect resellers", icon: "handshake", count: "3" },
      { id: "orders", href: "/orders", label: "Orders", icon: "shopping-cart" },
    ],
  },
  {
    id: "insights",
    label: "Insights",
    entries: [
      { id: "analytics", href: "/analytics", label: "Reseller analytics", icon: "chart-line" },
      { id: "billing", href: "/billing", label: "Billing", icon: "receipt" },
    ],
  },
  {
    id: "account",
    label: "Account",
    entries: [
      { id: "users", href: "/users", label: "Users and roles", icon: "users" },
      { id: "settings", href: "/settings", label: "Account settings", icon: "settings" },
    ],
  },
] as const;

/** The shell around the gallery's pages, as the product has it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <AppShell
      product={{ name: "Twotier", href: "/gallery" }}
      labels={{
        skipToMain: "Skip to content",
        navigation: "Main",
        openNavigation: "Open navigation",
        closeNavigation: "Close navigation",
      }}
      navigation={navigation}
      organisation={<OrganisationMenu />}
      search={<SearchBox />}
      notifications={<IconLink />}
      profile={<ProfileMenu />}
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          items={[{ label: "Home", href: "/home" }, { label: "Indirect resellers" }]}
        />
      }
    >
      {children}
    </AppShell>
  );
}
