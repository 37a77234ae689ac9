"use client";

import { type SubmitEvent, useId, useMemo } from "react";
import { suggestImportKind } from "#/domain/catalogue/model";
import { Button } from "#/ui/button";
import { FieldRow } from "#/ui/field-group";
import { FileField } from "#/ui/file-field";
import { FormContext } from "#/ui/form-context";
import { FormSummary } from "#/ui/form-summary";
import { Progress } from "#/ui/progress";
import { type Option, SelectField } from "#/ui/select-field";
import { SubmitButton } from "#/ui/submit-button";
import type { Sending } from "./send-file";
import { useUpload } from "./use-upload";

/** Every word of the form; `{file}`, `{sent}` and `{total}` are filled in while a file is sent. */
export type ImportFormTexts = {
  readonly file: string;
  readonly fileHint: string;
  readonly kind: string;
  readonly kindHint: string;
  readonly submit: string;
  readonly cancel: string;
  readonly uploading: string;
  readonly storing: string;
  readonly uploaded: string;
  readonly fileMissing: string;
  readonly fileTooLarge: string;
  readonly summary: string;
  readonly cancelled: string;
  readonly offlineTitle: string;
  readonly offlineMessage: string;
  readonly unreadableTitle: string;
  readonly unreadableMessage: string;
  readonly reference: string;
};

type ImportFormProps = {
  readonly texts: ImportFormTexts;
  readonly kinds: readonly Option[];
  readonly maxBytes: number;
  readonly locale: string;
};

/** **Import**: chooses a file, says what it holds, sends it with its progress shown, and goes to its import (S-31). */
export function ImportForm({ texts, kinds, maxBytes, locale }: ImportFormProps) {
  const formId = useId().replaceAll(":", "");
  const { state, sending, pending, chosen, choose, send, cancel } = useUpload(texts, maxBytes);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(String(new FormData(event.currentTarget).get("kind")));
  };
  const context = useMemo(() => ({ formId, state, pending }), [formId, state, pending]);
  return (
    <FormContext value={context}>
      <form id={formId} onSubmit={submit} noValidate aria-busy={pending || undefined} className="tt-form">
        <FormSummary labels={texts} />
        <FieldRow>
          <FileField
            name="file"
            label={texts.file}
            hint={texts.fileHint}
            accept=".csv,text/csv"
            required
            disabled={pending}
            limit={{ maxBytes, message: texts.fileTooLarge }}
            onFilesChange={([file]) => choose(file)}
          />
          <SelectField
            key={chosen?.key ?? "none"}
            name="kind"
            label={texts.kind}
            hint={texts.kindHint}
            options={kinds}
            defaultValue={suggestImportKind(chosen?.file.name ?? "")}
            disabled={pending}
          />
        </FieldRow>
        {sending && chosen ? (
          <SendingFile {...{ sending, texts, locale }} fileName={chosen.file.name} onCancel={cancel} />
        ) : (
          <div>
            <SubmitButton>{texts.submit}</SubmitButton>
          </div>
        )}
      </form>
    </FormContext>
  );
}

type SendingFileProps = {
  readonly sending: Sending;
  readonly texts: ImportFormTexts;
  readonly locale: string;
  readonly fileName: string;
  readonly onCancel: () => void;
};

function SendingFile({ sending: { sent, total }, texts, locale, fileName, onCancel }: SendingFileProps) {
  const megabytes = (bytes: number) =>
    (bytes / 1_000_000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const isSent = sent >= total;
  const label = (isSent ? texts.storing : texts.uploading).replace("{file}", () => fileName);
  const detail = texts.uploaded.replace("{sent}", megabytes(sent)).replace("{total}", megabytes(total));
  return (
    <div className="grid max-w-2xl gap-3">
      <Progress label={label} value={isSent ? undefined : sent} max={total} detail={detail} />
      {/* Once all of it is sent, nobody can tell whether it is stored already. */}
      {!isSent && (
        <div>
          <Button onClick={onCancel}>{texts.cancel}</Button>
        </div>
      )}
    </div>
  );
}
