"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { suggestImportKind } from "#/domain/catalogue/model";
import { Button } from "#/ui/button";
import { FieldRow } from "#/ui/field-group";
import { FileField } from "#/ui/file-field";
import { FormContext } from "#/ui/form-context";
import { type FormState, idleFormState } from "#/ui/form-state";
import { FormSummary } from "#/ui/form-summary";
import { newKey } from "#/ui/new-key";
import { Progress } from "#/ui/progress";
import { type Option, SelectField } from "#/ui/select-field";
import { SubmitButton } from "#/ui/submit-button";
import { routes } from "../routes";
import { type Sending, sendFile, type UploadAnswer } from "./send-file";

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

function refused(field: string, message: string, summary: string): FormState {
  return { status: "invalid", summary, fields: { [field]: message }, values: {} };
}

function failed(title: string, message: string, code: string, reference = ""): FormState {
  return { status: "failed", title, message, code, reference, values: {} };
}

function toState(answer: Exclude<UploadAnswer, { kind: "stored" }>, texts: ImportFormTexts): FormState {
  switch (answer.kind) {
    case "refused":
      return answer.fieldMessage
        ? refused("file", answer.fieldMessage, texts.summary)
        : failed(answer.title, answer.message, answer.code, answer.reference);
    case "too_large":
      return refused("file", texts.fileTooLarge, texts.summary);
    case "cancelled":
      return failed(texts.cancelled, "", "cancelled");
    case "offline":
      return failed(texts.offlineTitle, texts.offlineMessage, "no_answer");
    case "unreadable":
      return failed(texts.unreadableTitle, texts.unreadableMessage, "no_answer");
  }
}

/** **Import**: chooses a file, says what it holds, sends it with its progress shown, and goes to its import (S-31). */
export function ImportForm({ texts, kinds, maxBytes, locale }: ImportFormProps) {
  const router = useRouter();
  const formId = useId().replaceAll(":", "");
  const [state, setState] = useState<FormState>(idleFormState);
  const [sending, setSending] = useState<Sending | null>(null);
  const [chosen, setChosen] = useState<{ readonly file: File; readonly key: string } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const pending = sending !== null;
  useEffect(() => {
    if (!pending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [pending]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const kind = String(new FormData(event.currentTarget).get("kind"));
    if (!chosen) return setState(refused("file", texts.fileMissing, texts.summary));
    if (chosen.file.size > maxBytes) return setState(refused("file", texts.fileTooLarge, texts.summary));
    setState(idleFormState);
    setSending({ sent: 0, total: chosen.file.size });
    const upload = sendFile({ address: routes.upload, ...chosen, kind, onProgress: setSending });
    stop.current = upload.cancel;
    const answer = await upload.answer;
    if (answer.kind === "stored") return router.push(routes.detail(answer.importId) as never);
    setSending(null);
    setState(toState(answer, texts));
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
            onFilesChange={([file]) => {
              setState(idleFormState);
              setChosen(file ? { file, key: newKey() } : null);
            }}
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
          <SendingFile
            {...{ sending, texts, locale }}
            fileName={chosen.file.name}
            onCancel={() => stop.current?.()}
          />
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
  const label = (isSent ? texts.storing : texts.uploading).replace("{file}", fileName);
  const detail = texts.uploaded.replace("{sent}", megabytes(sent)).replace("{total}", megabytes(total));
  return (
    <div className="grid max-w-2xl gap-3">
      <Progress label={label} value={isSent ? undefined : sent} max={total} detail={detail} />
      <div>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </div>
  );
}
