"use client";

import { FieldHint, FieldLabel, FieldMessage, type FieldProps } from "./field";
import { useField } from "./form-context";
import type { Option } from "./select-field";
import { classes } from "./variants";

type RadioGroupFieldProps = Omit<FieldProps, "width"> & {
  readonly options: readonly Option[];
  readonly defaultValue?: string | undefined;
  /** Plain lines, or boxes for choices that deserve thought. */
  readonly look?: "lines" | "boxes" | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
};

/** One of a few choices, all visible. The first control carries the field's id, so the summary's link lands on it. */
export function RadioGroupField(props: RadioGroupFieldProps) {
  const { name, label, hint, error, required, optionalLabel, options, look = "lines", className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  const chosen = sent ?? props.defaultValue;
  return (
    <fieldset
      className={classes("tt-field", message && "tt-field-invalid", className)}
      aria-describedby={wiring["aria-describedby"]}
      disabled={props.disabled}
    >
      <legend className="tt-label">
        <FieldLabel label={label} required={required} optionalLabel={optionalLabel} />
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className={look === "boxes" ? "tt-choices-boxes" : "tt-choices"}>
        {options.map((option, index) => (
          <label key={option.value} className={look === "boxes" ? "tt-choice tt-choice-box" : "tt-choice"}>
            <input
              id={index === 0 ? id : `${id}-${index}`}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              required={required}
              disabled={option.disabled}
              aria-invalid={message ? true : undefined}
              onChange={props.onValueChange && (() => props.onValueChange?.(option.value))}
            />
            <span className="min-w-0">
              <span className="tt-choice-label">{option.label}</span>
              {option.detail && <span className="tt-hint block">{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldMessage id={id} message={message} />
    </fieldset>
  );
}
