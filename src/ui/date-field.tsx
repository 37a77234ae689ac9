"use client";

import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";

type DateFieldProps = FieldProps & {
  /** Calendar days as YYYY-MM-DD, which is also what is sent. */
  readonly defaultValue?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly autoComplete?: string | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
};

/** A calendar day, by the browser's own date control, which speaks the reader's language. */
export function DateField(props: DateFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width = "sm", className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <input
        {...wiring}
        type="date"
        className="tt-input"
        defaultValue={sent ?? props.defaultValue}
        min={props.min}
        max={props.max}
        required={required}
        disabled={props.disabled}
        autoComplete={props.autoComplete}
        onChange={props.onValueChange && ((event) => props.onValueChange?.(event.target.value))}
      />
    </FieldFrame>
  );
}
