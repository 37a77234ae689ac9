"use client";

import { signIn } from "next-auth/react";
import { Banner } from "#/ui/banner";
import { Form, type FormLabels } from "#/ui/form";
import type { FormState } from "#/ui/form-state";
import { PasswordField } from "#/ui/password-field";
import { SubmitButton } from "#/ui/submit-button";
import { TextField } from "#/ui/text-field";

/** The texts of the sign-in form. */
export type SignInTexts = Readonly<
  Record<
    | "signInName"
    | "password"
    | "submit"
    | "refusedTitle"
    | "refused"
    | "tooManyTitle"
    | "tooMany"
    | "noAnswer"
    | "show"
    | "hide",
    string
  >
>;

type SignInFormProps = {
  readonly texts: SignInTexts;
  readonly labels: FormLabels;
  readonly idempotencyKey: string;
  /** Where to go afterwards: an address inside the portal. */
  readonly next: string;
  readonly notice?: string | undefined;
};

/** Name and password, sent to next-auth; on success the browser loads the page that was asked for. */
export function SignInForm({ texts, labels, idempotencyKey, next, notice }: SignInFormProps) {
  async function submit(_before: FormState, form: FormData): Promise<FormState> {
    const signInName = String(form.get("signInName") ?? "");
    const answer = await signIn("credentials", {
      redirect: false,
      signInName,
      password: String(form.get("password") ?? ""),
    });
    if (answer?.ok && !answer.error) {
      window.location.assign(next);
      return { status: "done" };
    }
    const tooMany = answer?.error === "too_many_tries";
    const refused = answer?.error === "refused";
    return {
      status: "failed",
      title: tooMany ? texts.tooManyTitle : texts.refusedTitle,
      message: tooMany ? texts.tooMany : refused ? texts.refused : texts.noAnswer,
      code: answer?.error ?? "no_answer",
      reference: "",
      values: { signInName },
    };
  }
  return (
    <Form action={submit} labels={labels} idempotencyKey={idempotencyKey}>
      {notice && <Banner tone="info" title={notice} />}
      <TextField
        name="signInName"
        label={texts.signInName}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
      <PasswordField
        name="password"
        label={texts.password}
        autoComplete="current-password"
        revealLabels={{ show: texts.show, hide: texts.hide }}
        required
        maxLength={1000}
      />
      <SubmitButton>{texts.submit}</SubmitButton>
    </Form>
  );
}
