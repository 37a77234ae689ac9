"use client";

import { Button } from "#/ui/button";
import { CheckboxField } from "#/ui/checkbox-field";
import { ComboBoxField } from "#/ui/combo-box-field";
import { DateField } from "#/ui/date-field";
import { FieldGroup, FieldRow } from "#/ui/field-group";
import { FileField } from "#/ui/file-field";
import { Form } from "#/ui/form";
import { NumberField } from "#/ui/number-field";
import { PasswordField } from "#/ui/password-field";
import { RadioGroupField } from "#/ui/radio-group-field";
import { SelectField } from "#/ui/select-field";
import { SubmitButton } from "#/ui/submit-button";
import { TextAreaField } from "#/ui/text-area-field";
import { TextField } from "#/ui/text-field";
import { sampleAction } from "./actions";
import { formLabels, unsavedLabels } from "./words";

const resellers = Array.from({ length: 120 }, (_, index) => ({
  value: `r${index}`,
  label: `Reseller ${String(index + 1).padStart(3, "0")} ${index % 3 === 0 ? "Italia S.p.A." : "GmbH"}`,
  detail: index % 3 === 0 ? "IT" : "DE",
}));

/** Every field at rest; sent empty it shows every message. */
export function Forms() {
  return (
    <Form
      action={sampleAction}
      labels={formLabels}
      idempotencyKey="0198f2c4-7d1e-7000-8000-000000000000"
      unsaved={unsavedLabels}
      className="max-w-3xl"
    >
      <FieldGroup legend="Company" description="As it stands in the commercial register.">
        <TextField name="name" label="Company name" required autoComplete="organization" />
        <FieldRow>
          <TextField name="email" label="E-mail" type="email" required hint="Invoices and notices go here." />
          <TextField name="domain" label="Primary domain" suffix=".onmicrosoft.com" />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="country"
            label="Country or region"
            placeholder="Choose"
            required
            options={[
              { value: "IT", label: "Italy" },
              { value: "DE", label: "Germany" },
            ]}
          />
          <ComboBoxField
            name="reseller"
            label="Indirect reseller"
            optionalLabel="(optional)"
            options={resellers}
            placeholder="Type to search"
            labels={{ show: "Show resellers", empty: "No reseller matches" }}
          />
        </FieldRow>
      </FieldGroup>
      <FieldRow>
        <NumberField
          name="seats"
          label="Seats"
          defaultValue={25}
          min={1}
          max={300}
          hint="Between 1 and 300"
          stepLabels={{ decrease: "One seat fewer", increase: "One seat more" }}
        />
        <DateField name="start" label="Starts on" />
        <PasswordField
          name="password"
          label="Password"
          autoComplete="new-password"
          revealLabels={{ show: "Show password", hide: "Hide password" }}
        />
      </FieldRow>
      <TextAreaField name="note" label="Note" optionalLabel="(optional)" />
      <RadioGroupField
        name="term"
        label="Term"
        look="boxes"
        defaultValue="P1Y"
        options={[
          { value: "P1M", label: "Monthly", detail: "Cancel any month, 20 % dearer" },
          { value: "P1Y", label: "Annual", detail: "Price held for twelve months" },
          { value: "P3Y", label: "Triennial", detail: "Not offered for this product", disabled: true },
        ]}
      />
      <RadioGroupField
        name="billing"
        label="Billing"
        options={[
          { value: "monthly", label: "Each month" },
          { value: "annual", label: "Once a year" },
        ]}
      />
      <FileField name="file" label="Price list" hint="CSV, up to 50 MB" accept=".csv" />
      <TextField name="fixed" label="Not editable now" defaultValue="Aurora Distribution" disabled />
      <CheckboxField
        name="consent"
        label="The customer has accepted the customer agreement"
        hint="Keep the proof: you may be asked for it."
        required
      />
      <div className="tt-actions">
        <SubmitButton>Next: Subscriptions</SubmitButton>
        <Button tone="quiet">Cancel</Button>
      </div>
    </Form>
  );
}
