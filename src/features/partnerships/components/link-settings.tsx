"use client";

import { Card } from "#/ui/card";
import { RadioGroupField } from "#/ui/radio-group-field";
import { type Option, SelectField } from "#/ui/select-field";
import type { EditorTexts } from "./invitation-editor";

type LinkSettingsProps = {
  readonly link: string;
  readonly reusable: boolean;
  readonly chosen: string;
  readonly options: readonly Option[];
  readonly onExpiryChange: (choice: string) => void;
  readonly texts: EditorTexts;
};

/** How long the personal link works and for whom, and how it looks. */
export function LinkSettings({ link, reusable, chosen, options, onExpiryChange, texts }: LinkSettingsProps) {
  return (
    <Card title={texts.linkTitle}>
      <div className="grid gap-4">
        <SelectField
          name="expiryDays"
          label={texts.expiry}
          options={options}
          defaultValue={chosen}
          onValueChange={onExpiryChange}
        />
        <RadioGroupField
          name="reusable"
          label={texts.use}
          defaultValue={String(reusable)}
          options={[
            { value: "true", label: texts.useMany, detail: texts.useManyHint },
            { value: "false", label: texts.useOne, detail: texts.useOneHint },
          ]}
        />
        <div>
          <p className="font-medium">{texts.preview}</p>
          <code className="mt-1 block break-all text-sm" translate="no">
            {link}
          </code>
        </div>
      </div>
    </Card>
  );
}
