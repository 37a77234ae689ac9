"use client";

import { useState } from "react";
import { Banner } from "#/ui/banner";
import { Button, ButtonLink } from "#/ui/button";
import { CheckboxField } from "#/ui/checkbox-field";
import { Dialog } from "#/ui/dialog";
import { Form, type FormLabels } from "#/ui/form";
import { SubmitButton } from "#/ui/submit-button";
import { acceptInvitationAction, declineInvitationAction } from "../actions";

type AcceptanceFormsProps = {
  readonly token: string;
  readonly consentTextVersion: string;
  readonly labels: FormLabels;
  readonly idempotencyKeys: readonly [accept: string, decline: string];
  readonly texts: Readonly<
    Record<
      "consent" | "authorize" | "decline" | "declineTitle" | "declineBody" | "declined" | "cancel" | "home",
      string
    >
  >;
};

/** The answer to an invitation: consent and **Authorize indirect provider**, or **Decline** after a question (S-06). */
export function AcceptanceForms(props: AcceptanceFormsProps) {
  const { token, labels, texts } = props;
  const [acceptKey, declineKey] = props.idempotencyKeys;
  const [agreed, setAgreed] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [declined, setDeclined] = useState(false);
  if (declined) {
    return (
      <Banner
        tone="info"
        role="status"
        title={texts.declined}
        actions={<ButtonLink href="/">{texts.home}</ButtonLink>}
      />
    );
  }
  return (
    <>
      <Form
        action={acceptInvitationAction}
        labels={labels}
        idempotencyKey={acceptKey}
        hidden={{ token, consentTextVersion: props.consentTextVersion }}
      >
        <CheckboxField name="consent" label={texts.consent} required onCheckedChange={setAgreed} />
        <div className="tt-actions">
          <SubmitButton disabled={!agreed}>{texts.authorize}</SubmitButton>
          <Button onClick={() => setDeclining(true)}>{texts.decline}</Button>
        </div>
      </Form>
      <Dialog open={declining} onClose={() => setDeclining(false)} title={texts.declineTitle}>
        <Form
          action={declineInvitationAction}
          labels={labels}
          idempotencyKey={declineKey}
          hidden={{ token }}
          onDone={() => setDeclined(true)}
        >
          <p>{texts.declineBody}</p>
          <div className="tt-dialog-footer">
            <SubmitButton>{texts.decline}</SubmitButton>
            <Button onClick={() => setDeclining(false)}>{texts.cancel}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
