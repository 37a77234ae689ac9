"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { matchingOptions, typedOption } from "./combo-filter";
import type { Option } from "./select-field";

const shownAtMost = 100;

type ComboBoxOptions = {
  readonly options: readonly Option[];
  readonly initialValue: string;
  readonly onChoose: (value: string) => void;
};

/**
 * The state of an editable combo box with a list (the ARIA pattern of that name): what is typed, what is
 * chosen, which option is active. Text that is no option goes back to the last choice when the field is left;
 * an emptied field chooses nothing.
 */
export function useComboBox({ options, initialValue, onChoose }: ComboBoxOptions) {
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? "";
  const [value, setValue] = useState(initialValue);
  const [text, setText] = useState(labelOf(initialValue));
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = matchingOptions(options, typed ? text : "", shownAtMost);

  const close = () => {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  };
  const show = () => {
    if (open) return;
    setOpen(true);
    setActive(shown.findIndex((option) => option.value === value && value !== ""));
  };
  const choose = (option: Option | undefined) => {
    if (option?.disabled) return;
    setText(option?.label ?? "");
    close();
    if ((option?.value ?? "") === value) return;
    setValue(option?.value ?? "");
    onChoose(option?.value ?? "");
  };
  const leave = () => {
    if (text.trim() === "") return choose(undefined);
    const option = typed ? typedOption(options, text) : undefined;
    if (option) return choose(option);
    setText(labelOf(value));
    close();
  };
  const type = (next: string) => {
    setText(next);
    setTyped(true);
    setOpen(true);
    setActive(next.trim() === "" ? -1 : 0);
  };
  const move = (to: number) => {
    show();
    if (shown.length > 0) setActive((to + shown.length) % shown.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = open ? active : -1;
    if (event.key === "ArrowDown") move(event.altKey ? at : at + 1);
    else if (event.key === "ArrowUp" && event.altKey) close();
    else if (event.key === "ArrowUp") move(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && open)
      choose(shown[active] ?? shown.find(({ value: own }) => own === value));
    else if (event.key === "Escape" && open) leaveAsBefore();
    else return;
    event.preventDefault();
  };
  const leaveAsBefore = () => {
    setText(labelOf(value));
    close();
  };

  useEffect(() => {
    if (active >= 0) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return { value, text, open, active, shown, list, type, show, close, choose, leave, onKeyDown } as const;
}
