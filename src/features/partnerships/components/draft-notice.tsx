"use client";

import { useState } from "react";
import type { InvitationLanguage } from "#/domain/partnership/model";
import { CopyButton } from "#/ui/copy-button";
import { SelectField } from "#/ui/select-field";
import { TextAreaField } from "#/ui/text-area-field";

type Audience = "reseller" | "customer";

type DraftNoticeProps = {
  readonly language: InvitationLanguage;
  readonly notices: Readonly<Record<InvitationLanguage, Readonly<Record<Audience, string>>>>;
  readonly texts: Readonly<
    Record<
      | "audience"
      | "reseller"
      | "customer"
      | "language"
      | "english"
      | "italian"
      | "notice"
      | "copy"
      | "copied"
      | "failed",
      string
    >
  >;
};

/** A text to copy and send oneself; the portal never sends it (span 184, 186). */
export function DraftNotice({ language: reading, notices, texts }: DraftNoticeProps) {
  const [language, setLanguage] = useState(reading);
  const [audience, setAudience] = useState<Audience>("reseller");
  const notice = notices[language][audience];
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-4">
        <SelectField
          name="audience"
          label={texts.audience}
          width="sm"
          options={[
            { value: "reseller", label: texts.reseller },
            { value: "customer", label: texts.customer },
          ]}
          onValueChange={(value) => setAudience(value === "customer" ? "customer" : "reseller")}
        />
        <SelectField
          name="language"
          label={texts.language}
          width="sm"
          defaultValue={reading}
          options={[
            { value: "en", label: texts.english },
            { value: "it", label: texts.italian },
          ]}
          onValueChange={(value) => setLanguage(value === "it" ? "it" : "en")}
        />
      </div>
      <TextAreaField
        key={`${language}-${audience}`}
        name="notice"
        label={texts.notice}
        rows={12}
        readOnly
        defaultValue={notice}
      />
      <div>
        <CopyButton
          value={notice}
          labels={{ copy: texts.copy, copied: texts.copied, failed: texts.failed }}
        />
      </div>
    </div>
  );
}
