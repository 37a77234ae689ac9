"use client";

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, Ref } from "react";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";

type TextFieldProps = FieldProps & {
  readonly type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "tel" | "url" | "search"> | undefined;
  readonly defaultValue?: string | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly spellCheck?: boolean | undefined;
  /** Text that stands inside the control at its start or end, such as "https://" or a domain. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

/** One line of text. Keeps what was typed when the form comes back with messages. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width, className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  const input = (
    <input
      {...wiring}
      ref={props.inputRef}
      type={props.type ?? "text"}
      className="tt-input"
      defaultValue={sent ?? props.defaultValue}
      required={required}
      disabled={props.disabled}
      readOnly={props.readOnly}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      spellCheck={props.spellCheck}
      onChange={props.onValueChange && ((event) => props.onValueChange?.(event.target.value))}
    />
  );
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      {props.prefix || props.suffix ? (
        <div className="tt-affixed">
          {props.prefix && <span className="tt-affix">{props.prefix}</span>}
          {input}
          {props.suffix && <span className="tt-affix">{props.suffix}</span>}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
