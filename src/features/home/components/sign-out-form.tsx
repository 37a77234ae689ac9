"use client";

import { useActionState } from "react";
import { type FormAction, idleFormState } from "#/ui/form-state";

/** The form behind the menu's way out; it has nothing to fill in. */
export function SignOutForm({ id, action }: { readonly id: string; readonly action: FormAction }) {
  const [, send] = useActionState(action, idleFormState);
  return <form id={id} action={send} hidden />;
}
