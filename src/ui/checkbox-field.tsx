"use client";

import { FieldHint, FieldLabel, FieldMessage, type FieldProps } from "./field";
import { useField } from "./form-context";
import { classes } from "./variants";

type CheckboxFieldProps = Omit<FieldProps, "width"> & {
  /** What is sent when ticked; nothing is sent when not. */
  readonly value?: string | undefined;
  readonly defaultChecked?: boolean | undefined;
  readonly onCheckedChange?: ((checked: boolean) => void) | undefined;
};

/** A statement to agree to, or a switch that takes effect when the form is sent. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, error, required, optionalLabel, value = "true", className } = props;
  const { id, message, sentAll, wiring } = useField(name, { hint, error });
  return (
    <div className={classes("tt-field", message && "tt-field-invalid", className)}>
      <div className="tt-choice">
        <input
          {...wiring}
          type="checkbox"
          value={value}
          defaultChecked={sentAll ? sentAll.includes(value) : props.defaultChecked}
          required={required}
          disabled={props.disabled}
          onChange={props.onCheckedChange && ((event) => props.onCheckedChange?.(event.target.checked))}
        />
        <div className="min-w-0">
          <label htmlFor={id} className="tt-choice-label">
            <FieldLabel label={label} required={required} optionalLabel={optionalLabel} />
          </label>
          <FieldHint id={id} hint={hint} />
        </div>
      </div>
      <FieldMessage id={id} message={message} />
    </div>
  );
}
