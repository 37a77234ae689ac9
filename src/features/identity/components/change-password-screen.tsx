import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { formLabels } from "#/platform/i18n/form-labels";
import { Card } from "#/ui/card";
import { Form } from "#/ui/form";
import { PageHeader } from "#/ui/page-header";
import { PasswordField } from "#/ui/password-field";
import { SubmitButton } from "#/ui/submit-button";
import { changePasswordAction } from "../actions";

/** Choosing a new password; people with a temporary one can go nowhere else first (R11). */
export async function ChangePasswordScreen({ forced }: { readonly forced: boolean }) {
  const [t, form] = await Promise.all([getTranslations("identity.changePassword"), getTranslations("form")]);
  const reveal = { show: form("showPassword"), hide: form("hidePassword") };
  return (
    <>
      <PageHeader title={t("title")} description={forced ? t("forced") : t("voluntary")} />
      <Card>
        <Form action={changePasswordAction} labels={await formLabels()} idempotencyKey={randomUUID()}>
          <PasswordField
            name="currentPassword"
            label={t("current")}
            autoComplete="current-password"
            revealLabels={reveal}
            required
            width="md"
          />
          <PasswordField
            name="newPassword"
            label={t("new")}
            hint={t("newHint")}
            autoComplete="new-password"
            revealLabels={reveal}
            required
            width="md"
          />
          <PasswordField
            name="repeatedPassword"
            label={t("repeated")}
            autoComplete="new-password"
            revealLabels={reveal}
            required
            width="md"
          />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </Card>
    </>
  );
}
