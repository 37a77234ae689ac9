"use client";

import { type Key, useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components/ComboBox";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";
import { Icon } from "./icon";
import type { Option } from "./select-field";

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
  const { name, label, hint, error, required, optionalLabel, width, className, labels } = props;
  const { id, message, sent, wiring } = useField(name, { hint, error });
  const described = wiring["aria-describedby"];
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? sent ?? props.defaultValue ?? "";
  const choose = (key: Key | null) => {
    const next = key === null ? "" : String(key);
    setChosen(next);
    props.onValueChange?.(next);
  };
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <input type="hidden" name={name} value={value} />
      <ComboBox
        aria-label={label}
        {...(described === undefined ? {} : { "aria-describedby": described })}
        defaultItems={props.options.map((option) => ({ id: option.value, ...option }))}
        value={value === "" ? null : value}
        onChange={choose}
        isDisabled={props.disabled ?? false}
        isInvalid={message !== undefined}
        isRequired={required ?? false}
        validationBehavior="aria"
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <div className="tt-affixed">
          <Input id={id} className="tt-input" placeholder={props.placeholder ?? ""} autoComplete="off" />
          <Button className="tt-button tt-button-quiet tt-button-icon" aria-label={labels.show}>
            <Icon name="chevron-down" />
          </Button>
        </div>
        <Popover className="tt-listbox-popover" offset={4}>
          <ListBox
            className="tt-listbox"
            renderEmptyState={() => <div className="tt-listbox-empty">{labels.empty}</div>}
          >
            {(option: Option & { readonly id: string }) => (
              <ListBoxItem id={option.id} textValue={option.label} className="tt-listbox-item">
                <span className="min-w-0 grow">{option.label}</span>
                {option.detail && <span className="text-ink-muted">{option.detail}</span>}
                <Icon name="check" className="tt-listbox-check" />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </FieldFrame>
  );
}
