"use client";

import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";
import { Icon } from "./icon";

/** One choice of a list. */
export type Option = {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly disabled?: boolean | undefined;
};

type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  readonly defaultValue?: string | undefined;
  /** The first entry, which chooses nothing. Left out, the first option is chosen. */
  readonly placeholder?: string | undefined;
  readonly autoComplete?: string | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
};

/** One of a short list, as the native control. For more than about thirty use ComboBoxField. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width, className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <div className="tt-select">
        <select
          {...wiring}
          className="tt-input"
          defaultValue={sent ?? props.defaultValue ?? (props.placeholder === undefined ? undefined : "")}
          required={required}
          disabled={props.disabled}
          autoComplete={props.autoComplete}
          onChange={props.onValueChange && ((event) => props.onValueChange?.(event.target.value))}
        >
          {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="tt-select-icon" />
      </div>
    </FieldFrame>
  );
}
