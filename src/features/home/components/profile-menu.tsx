import { useTranslations } from "next-intl";
import type { FormAction } from "#/platform/next/define-action";
import { Menu } from "#/ui/menu";
import { SignOutForm } from "./sign-out-form";

type ProfileMenuProps = { readonly name: string; readonly signInName: string; readonly signOut: FormAction };

const signOutForm = "sign-out";

/** Who is signed in, the way to the own account, and the way out. */
export function ProfileMenu({ name, signInName, signOut }: ProfileMenuProps) {
  const t = useTranslations("shell");
  return (
    <>
      <Menu
        label={t("menu", { name })}
        icon="circle-user"
        iconOnly
        header={
          <div className="px-3 py-2">
            <div className="font-medium">{name}</div>
            <div className="text-ink-muted text-sm">{signInName}</div>
          </div>
        }
        items={[
          { id: "account", label: t("account"), href: "/account", icon: "settings" },
          { kind: "separator", id: "line" },
          { kind: "submit", id: "out", label: t("signOut"), formId: signOutForm, icon: "log-out" },
        ]}
      />
      <SignOutForm id={signOutForm} action={signOut} />
    </>
  );
}
