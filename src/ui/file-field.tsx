"use client";

import { type ChangeEvent, useState } from "react";
import { FieldFrame, type FieldProps } from "./field";
import { useField } from "./form-context";

type FileFieldProps = FieldProps & {
  /** File types for the chooser, as the native `accept` writes them. The server checks again. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Largest file in bytes, with the message shown at once for a bigger one. */
  readonly limit?: { readonly maxBytes: number; readonly message: string } | undefined;
  readonly onFilesChange?: ((files: readonly File[]) => void) | undefined;
};

/** A file from the user's machine. One that is too big is named before it is sent, not after. */
export function FileField(props: FileFieldProps) {
  const { name, label, hint, required, optionalLabel, width, className, limit } = props;
  const [tooBig, setTooBig] = useState(false);
  const error = tooBig ? limit?.message : props.error;
  const { id, message, wiring } = useField(name, { hint, error });
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    setTooBig(limit !== undefined && files.some((file) => file.size > limit.maxBytes));
    props.onFilesChange?.(files);
  };
  return (
    <FieldFrame {...{ id, label, hint, required, optionalLabel, message, width, className }}>
      <input
        {...wiring}
        type="file"
        className="tt-input tt-file"
        accept={props.accept}
        multiple={props.multiple}
        required={required}
        disabled={props.disabled}
        onChange={onChange}
      />
    </FieldFrame>
  );
}
