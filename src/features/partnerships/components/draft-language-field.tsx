"use client";

import { useState } from "react";
import type { InvitationLanguage } from "#/domain/partnership/model";
import { Button } from "#/ui/button";
import { Dialog } from "#/ui/dialog";
import { SelectField } from "#/ui/select-field";
import type { EditorTexts } from "./invitation-editor";
import type { DraftTextState } from "./use-draft-text";

type DraftLanguageFieldProps = { readonly draft: DraftTextState; readonly texts: EditorTexts };

/** The language of the draft. Another one brings its own text; what was written by hand is only replaced after a question. */
export function DraftLanguageField({ draft, texts }: DraftLanguageFieldProps) {
  const [wanted, setWanted] = useState<InvitationLanguage | null>(null);
  const [round, setRound] = useState(0);
  const choose = (value: string) => {
    const next = value === "it" ? "it" : "en";
    if (draft.isEdited && !draft.isEmpty) setWanted(next);
    else draft.changeLanguage(next);
  };
  const close = () => {
    setWanted(null);
    setRound(round + 1);
  };
  const replace = () => {
    if (wanted) draft.changeLanguage(wanted);
    setWanted(null);
  };
  return (
    <>
      <SelectField
        key={`${draft.language}-${round}`}
        name="language"
        label={texts.language}
        width="sm"
        defaultValue={draft.language}
        options={[
          { value: "en", label: texts.english },
          { value: "it", label: texts.italian },
        ]}
        onValueChange={choose}
      />
      <Dialog
        open={wanted !== null}
        onClose={close}
        title={texts.replaceTitle}
        footer={
          <>
            <Button tone="primary" onClick={close}>
              {texts.keep}
            </Button>
            <Button onClick={replace}>{texts.replace}</Button>
          </>
        }
      >
        {texts.replaceBody}
      </Dialog>
    </>
  );
}
