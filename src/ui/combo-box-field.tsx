"use client";

import { useEffect, useRef } from "react";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";
import { Icon } from "./icon";
import { placeList } from "./menu-placement";
import type { Option } from "./select-field";
import { useComboBox } from "./use-combo-box";

type ComboBoxFieldProps = FieldProps & {
  readonly options: readonly Option[];
  readonly defaultValue?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly labels: { readonly show: string; readonly empty: string };
  readonly onValueChange?: ((value: string) => void) | undefined;
};

/**
 * One of a long list, found by typing any part of its label. The option's value is what is sent; text that
 * matches no option is put back to the last choice, so nothing unknown can be sent from here.
 */
export function ComboBoxField(props: ComboBoxFieldProps) {
  const { name, label, hint, error, required, optionalLabel, width, className, labels, options } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  const field = useRef<HTMLDivElement>(null);
  const sentInput = useRef<HTMLInputElement>(null);
  const box = useComboBox({
    options,
    initialValue: sent ?? props.defaultValue ?? "",
    onChoose: (value) => {
      // The form around listens for input to know that it was changed.
      sentInput.current?.dispatchEvent(new Event("input", { bubbles: true }));
      props.onValueChange?.(value);
    },
  });
  useListPosition(box.open, field, box.list);
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <div ref={field} className="tt-affixed tt-combo">
        <input ref={sentInput} type="hidden" name={name} value={box.value} />
        <input
          {...wiring}
          name={undefined}
          type="text"
          role="combobox"
          aria-expanded={box.open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={box.open && box.active >= 0 ? `${id}-option-${box.active}` : undefined}
          aria-required={required}
          className="tt-input"
          value={box.text}
          placeholder={props.placeholder}
          disabled={props.disabled}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => box.type(event.target.value)}
          onClick={box.show}
          onKeyDown={box.onKeyDown}
          onBlur={box.leave}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={labels.show}
          disabled={props.disabled}
          className="tt-button tt-button-quiet tt-button-icon"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            document.getElementById(id)?.focus();
            if (box.open) box.close();
            else box.show();
          }}
        >
          <Icon name="chevron-down" />
        </button>
        <div
          ref={box.list}
          id={`${id}-list`}
          popover="manual"
          role="listbox"
          aria-label={label}
          className="tt-listbox"
          onPointerDown={(event) => event.preventDefault()}
        >
          {box.open &&
            box.shown.map((option, index) => (
              <ComboOption
                key={option.value}
                id={`${id}-option-${index}`}
                option={option}
                active={index === box.active}
                chosen={option.value === box.value}
                onChoose={() => box.choose(option)}
              />
            ))}
          {box.open && box.shown.length === 0 && (
            <div
              role="option"
              aria-selected="false"
              aria-disabled="true"
              tabIndex={-1}
              className="tt-listbox-empty"
            >
              {labels.empty}
            </div>
          )}
        </div>
        <span role="status" className="sr-only">
          {box.open && box.shown.length === 0 ? labels.empty : ""}
        </span>
      </div>
    </FieldFrame>
  );
}

type ComboOptionProps = {
  readonly id: string;
  readonly option: Option;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function ComboOption({ id, option, active, chosen, onChoose }: ComboOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys for the active option
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-disabled={option.disabled}
      data-active={active || undefined}
      className="tt-listbox-item"
      onClick={onChoose}
    >
      <span className="min-w-0 grow">{option.label}</span>
      {option.detail && <span className="text-ink-muted">{option.detail}</span>}
      <Icon name="check" className="tt-listbox-check" />
    </div>
  );
}

type BoxRef = { readonly current: HTMLElement | null };

/** Shows the list above everything else, under its field, and keeps it there while the page moves. */
function useListPosition(open: boolean, field: BoxRef, list: BoxRef): void {
  useEffect(() => {
    const [box, popover] = [field.current, list.current];
    if (!open || !box || !popover) return;
    const place = () => placeList(popover, box);
    place();
    popover.showPopover();
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
      if (popover.matches(":popover-open")) popover.hidePopover();
    };
  }, [open, field, list]);
}
