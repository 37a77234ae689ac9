"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type FormState, idleFormState } from "#/ui/form-state";
import { newKey } from "#/ui/new-key";
import { routes } from "../routes";
import type { ImportFormTexts } from "./import-form";
import { type Sending, sendFile, type UploadAnswer } from "./send-file";

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

/**
 * The upload of one file: what is chosen, how far it is sent, what the form has to say, and the ways to send and to stop.
 * Goes to the import's page when the file is stored. Leaving the page while a file is sent asks first.
 */
export function useUpload(texts: ImportFormTexts, maxBytes: number) {
  const router = useRouter();
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
  const choose = (file: File | undefined) => {
    setState(idleFormState);
    setChosen(file ? { file, key: newKey() } : null);
  };
  const send = async (kind: string) => {
    if (pending) return;
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
  return { state, sending, pending, chosen, choose, send, cancel: () => stop.current?.() } as const;
}
