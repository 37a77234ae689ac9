"use client";

import { type KeyboardEvent, useRef } from "react";
import { IconButton } from "./button";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";
import { steppedInteger } from "./stepped-integer";

type NumberFieldProps = FieldProps & {
  readonly defaultValue?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  /** Names of the buttons that count down and up; left out, there are none. */
  readonly stepLabels?: { readonly decrease: string; readonly increase: string } | undefined;
  /** Called with the number typed, or undefined while the text is not a whole number. */
  readonly onValueChange?: ((value: number | undefined) => void) | undefined;
};

/**
 * A whole number. The control holds text, so a mistake is kept and can be corrected; the arrow keys and the
 * buttons count within `min` and `max`. Limits are checked by the server, which words the message.
 */
export function NumberField(props: NumberFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width = "sm", className } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  const input = useRef<HTMLInputElement>(null);
  const changed = (text: string) =>
    props.onValueChange?.(/^\s*-?\d+\s*$/.test(text) ? Number.parseInt(text, 10) : undefined);
  const step = (by: number) => {
    if (!input.current) return;
    input.current.value = steppedInteger(input.current.value, by, props);
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    changed(input.current.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  };
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <div className="tt-affixed">
        {props.stepLabels && (
          <IconButton
            icon="minus"
            label={props.stepLabels.decrease}
            disabled={props.disabled}
            onClick={() => step(-1)}
          />
        )}
        <input
          {...wiring}
          ref={input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="tt-input tt-input-number"
          defaultValue={sent ?? props.defaultValue}
          required={required}
          disabled={props.disabled}
          onKeyDown={onKeyDown}
          onChange={(event) => changed(event.target.value)}
        />
        {props.unit && <span className="tt-affix">{props.unit}</span>}
        {props.stepLabels && (
          <IconButton
            icon="plus"
            label={props.stepLabels.increase}
            disabled={props.disabled}
            onClick={() => step(1)}
          />
        )}
      </div>
    </FieldFrame>
  );
}
