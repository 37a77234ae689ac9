"use client";

import { useState } from "react";
import { IconButton } from "./button";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";

type PasswordFieldProps = FieldProps & {
  readonly autoComplete: "current-password" | "new-password" | "one-time-code";
  readonly revealLabels: { readonly show: string; readonly hide: string };
  readonly maxLength?: number | undefined;
};

/** A secret typed by the user. Never filled from the form's state; can be shown while typing; pasting is allowed. */
export function PasswordField(props: PasswordFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width, className, revealLabels } = props;
  const { id, message, wiring } = useField(name, { hint, error });
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <div className="tt-affixed">
        <input
          {...wiring}
          type={shown ? "text" : "password"}
          className="tt-input"
          required={required}
          disabled={props.disabled}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={props.maxLength}
        />
        <IconButton
          icon={shown ? "eye-off" : "eye"}
          label={shown ? revealLabels.hide : revealLabels.show}
          onClick={() => setShown(!shown)}
        />
      </div>
    </FieldFrame>
  );
}
