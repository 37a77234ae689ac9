import type { ReactNode } from "react";
import { Icon } from "./icon";
import { classes } from "./variants";

/** What every field of the kit takes. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** What to enter and why, before a mistake is made. */
  readonly hint?: ReactNode;
  /** Overrides the message that the form's state holds for this name. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Text behind the label of a field that may stay empty, such as "(optional)". */
  readonly optionalLabel?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** How wide the control is, after the length of what it holds. */
  readonly width?: FieldWidth | undefined;
  readonly className?: string | undefined;
};

/** Control widths: about 8, 16 and 24 characters, or all there is. */
export type FieldWidth = "xs" | "sm" | "md" | "full";

type FieldFrameProps = Pick<
  FieldProps,
  "label" | "hint" | "required" | "optionalLabel" | "width" | "className"
> & {
  readonly id: string;
  readonly message: string | undefined;
  readonly children: ReactNode;
};

/** Label above, hint under it, control, message: the one layout of a field. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, required, optionalLabel, message, width = "full", className, children } = props;
  return (
    <div className={classes("tt-field", `tt-field-${width}`, message && "tt-field-invalid", className)}>
      <label htmlFor={id} className="tt-label">
        <FieldLabel label={label} required={required} optionalLabel={optionalLabel} />
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldMessage id={id} message={message} />
    </div>
  );
}

/** A label's words with the marker of a required field, or the words that say it is optional. */
export function FieldLabel(props: Pick<FieldProps, "label" | "required" | "optionalLabel">) {
  return (
    <>
      {props.label}
      {props.required && (
        <span className="tt-required" aria-hidden="true">
          *
        </span>
      )}
      {!props.required && props.optionalLabel && <span className="tt-optional"> {props.optionalLabel}</span>}
    </>
  );
}

/** The hint of a field, found by the control through its id. */
export function FieldHint({ id, hint }: { readonly id: string; readonly hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div id={`${id}-hint`} className="tt-hint">
      {hint}
    </div>
  );
}

/** What is wrong with a field and how to put it right, found by the control through its id. */
export function FieldMessage({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={`${id}-error`} className="tt-field-error">
      <Icon name="circle-exclamation-point" />
      <span>{message}</span>
    </p>
  );
}
