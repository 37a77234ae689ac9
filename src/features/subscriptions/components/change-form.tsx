"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import type { Lookup } from "#/platform/next/define-lookup";
import { Banner } from "#/ui/banner";
import { Button, ButtonLink } from "#/ui/button";
import { Form, type FormLabels } from "#/ui/form";
import { FormContext } from "#/ui/form-context";
import type { FormAction } from "#/ui/form-state";
import { SelectField } from "#/ui/select-field";
import { SubmitButton } from "#/ui/submit-button";
import { TextField } from "#/ui/text-field";
import type { FormFacts } from "../form-facts";
import type { ResellerChoice } from "../reseller-choices";
import { QuantityField } from "./quantity-field";
import { ResellerField, type VerifyLookup } from "./reseller-field";

type ChangeFormProps = {
  readonly action: FormAction;
  readonly loadChoices: Lookup<Record<string, never>, readonly ResellerChoice[]>;
  readonly verify: VerifyLookup;
  readonly labels: FormLabels;
  readonly idempotencyKey: string;
  readonly facts: FormFacts;
  readonly cancelHref: string;
};

/** What to do when somebody else changed the subscription meanwhile (2055). */
function ReloadPrompt() {
  const t = useTranslations("subscriptions.detail");
  const { state } = useContext(FormContext);
  if (state.status !== "failed" || state.code !== "conflict.stale") return null;
  return (
    <Banner
      title={t("reloadBody")}
      actions={
        <Button icon="refresh-cw" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      }
    />
  );
}

/**
 * Everything of a subscription that can be changed, with one **Submit** for all of it (S-20, spans 141, 156, 157, 171,
 * 172, 218, 219). Fields the viewer's roles do not cover are not there and not sent.
 */
export function ChangeForm({ facts, ...props }: ChangeFormProps) {
  const t = useTranslations("subscriptions.detail");
  const router = useRouter();
  const [supportDefault] = facts.supportContacts;
  const unsaved = {
    title: t("unsavedTitle"),
    body: t("unsavedBody"),
    stay: t("unsavedStay"),
    leave: t("unsavedLeave"),
  };
  return (
    <Form
      action={props.action}
      labels={props.labels}
      idempotencyKey={props.idempotencyKey}
      hidden={{ subscriptionId: facts.subscriptionId, version: String(facts.version) }}
      unsaved={unsaved}
      onDone={() => router.refresh()}
    >
      <ReloadPrompt />
      <TextField
        name="friendlyName"
        label={t("nickname")}
        hint={t("nicknameHint")}
        defaultValue={facts.friendlyName}
        autoComplete="off"
        width="md"
        required
      />
      <QuantityField facts={facts} />
      {facts.maySetReseller && (
        <ResellerField
          key={facts.reseller?.partnerId ?? ""}
          current={facts.reseller}
          loadChoices={props.loadChoices}
          verify={props.verify}
        />
      )}
      {facts.maySetSupportContact && (
        <SelectField
          name="supportContactId"
          label={t("supportContact")}
          hint={t("supportContactHint")}
          defaultValue={facts.supportContactId}
          width="md"
          options={facts.supportContacts.map(({ id, name }) => ({
            value: id,
            label: id === supportDefault?.id ? t("supportDefault", { name }) : name,
          }))}
        />
      )}
      <div className="tt-actions">
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href={props.cancelHref}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
