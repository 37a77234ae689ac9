import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { formLabels } from "#/platform/i18n/form-labels";
import { Form } from "#/ui/form";
import { SubmitButton } from "#/ui/submit-button";
import { createInvitationAction } from "../actions";

/** **Request a partnership**: makes a draft with its personal link and leads to it (spans 145, 146). */
export async function RequestPartnershipButton() {
  const [t, locale, labels] = await Promise.all([
    getTranslations("partnerships.list"),
    getLocale(),
    formLabels(),
  ]);
  return (
    <Form
      action={createInvitationAction}
      labels={labels}
      idempotencyKey={randomUUID()}
      hidden={{ language: locale }}
    >
      <SubmitButton>{t("request")}</SubmitButton>
    </Form>
  );
}
