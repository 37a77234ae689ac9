"use client";

import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { useFormPending } from "./form-context";
import { Spinner } from "./spinner";

type SubmitButtonProps = {
  readonly children: ReactNode;
  readonly tone?: "primary" | "secondary" | "danger" | undefined;
  /** Sent with the form when this button sent it, for forms with more than one. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
};

/** Sends the form around it. While that is under way it turns, is marked disabled and keeps the focus. */
export function SubmitButton({ children, tone = "primary", name, value, disabled }: SubmitButtonProps) {
  const pending = useFormPending();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass({ tone })}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
