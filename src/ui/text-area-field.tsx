"use client";

import type { Ref } from "react";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";

type TextAreaFieldProps = FieldProps & {
  readonly defaultValue?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
  /** Fixed-width letters, for text that a machine reads too. */
  readonly mono?: boolean | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
  readonly textAreaRef?: Ref<HTMLTextAreaElement> | undefined;
};

/** Text of several lines; grows with its content where the browser can. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width, className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <textarea
        {...wiring}
        ref={props.textAreaRef}
        className={props.mono ? "tt-input tt-textarea font-mono" : "tt-input tt-textarea"}
        rows={props.rows ?? 4}
        defaultValue={sent ?? props.defaultValue}
        required={required}
        disabled={props.disabled}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        onChange={props.onValueChange && ((event) => props.onValueChange?.(event.target.value))}
      />
    </FieldFrame>
  );
}
