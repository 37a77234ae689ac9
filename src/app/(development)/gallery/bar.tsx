"use client";

import { IconButton } from "#/ui/button";
import { Icon } from "#/ui/icon";
import { Menu } from "#/ui/menu";

/** The organisation switcher as it stands in the bar. */
export function OrganisationMenu() {
  return (
    <Menu
      label="Switch organisation"
      trigger="Aurora Distribution"
      tone="quiet"
      items={[
        {
          id: "a",
          label: "Aurora Distribution",
          detail: "Indirect provider · IT",
          href: "/gallery",
          checked: true,
        },
        { id: "b", label: "Boreal Cloud", detail: "Indirect provider · DE", href: "/gallery?b=1" },
      ]}
    />
  );
}

/** The search as it stands in the bar. */
export function SearchBox() {
  return (
    <div className="tt-search">
      <Icon name="search" />
      <input
        className="tt-input"
        type="search"
        aria-label="Search everything"
        placeholder="Search everything"
      />
      <span className="tt-key" aria-hidden="true">
        Ctrl K
      </span>
    </div>
  );
}

/** The bell. */
export function IconLink() {
  return <IconButton icon="bell" label="Notifications, 3 unread" />;
}

/** Who is signed in and what they can do about it. */
export function ProfileMenu() {
  return (
    <Menu
      label="Your account"
      icon="circle-user"
      iconOnly
      header={
        <div className="tt-menu-header">
          <p className="font-semibold">Giulia Conti</p>
          <p className="text-sm text-ink-muted">giulia@aurora.example</p>
        </div>
      }
      items={[
        { id: "profile", label: "Your profile", href: "/gallery", icon: "user" },
        { id: "language", label: "Language", href: "/gallery", icon: "languages" },
        { kind: "separator", id: "line" },
        { kind: "act", id: "out", label: "Sign out", icon: "log-out", onSelect: () => undefined },
      ]}
    />
  );
}
