import type { ReactNode } from "react";

type FieldGroupProps = {
  readonly legend: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
};

/** Fields that belong together under one heading, such as an address. */
export function FieldGroup({ legend, description, children }: FieldGroupProps) {
  return (
    <fieldset className="tt-field-group">
      <legend className="text-md font-semibold">{legend}</legend>
      {description && <p className="tt-hint">{description}</p>}
      {children}
    </fieldset>
  );
}

/** Fields side by side where there is room, below each other where there is not. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="tt-field-row">{children}</div>;
}
