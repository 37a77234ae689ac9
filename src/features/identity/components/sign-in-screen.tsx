import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { formLabels } from "#/platform/i18n/form-labels";
import { PublicShell } from "#/ui/public-shell";
import { SignInForm } from "./sign-in-form";

type SignInScreenProps = { readonly next: string; readonly signedOut: boolean };

/** The sign-in page; says so when it stands in the way of a page that was asked for. */
export async function SignInScreen({ next, signedOut }: SignInScreenProps) {
  const [t, product, shell, form] = await Promise.all([
    getTranslations("identity.signIn"),
    getTranslations("product"),
    getTranslations("shell"),
    getTranslations("form"),
  ]);
  return (
    <PublicShell
      product={{ name: product("name") }}
      skipLabel={shell("skipToContent")}
      title={t("title")}
      description={t("description")}
    >
      <SignInForm
        next={next}
        notice={signedOut ? t("signedOut") : next === "/" ? undefined : t("continueTo")}
        labels={await formLabels()}
        idempotencyKey={randomUUID()}
        texts={{
          signInName: t("signInName"),
          password: t("password"),
          submit: t("submit"),
          refusedTitle: t("refusedTitle"),
          refused: t("refused"),
          tooManyTitle: t("tooManyTitle"),
          tooMany: t("tooMany"),
          noAnswer: t("noAnswer"),
          show: form("showPassword"),
          hide: form("hidePassword"),
        }}
      />
    </PublicShell>
  );
}
