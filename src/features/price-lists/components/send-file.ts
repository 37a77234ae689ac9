/** How much of a file has left the browser, in bytes. */
export type Sending = { readonly sent: number; readonly total: number };

/** What came of sending a file. */
export type UploadAnswer =
  | { readonly kind: "stored"; readonly importId: string }
  | {
      readonly kind: "refused";
      readonly title: string;
      readonly message: string;
      readonly code: string;
      readonly reference: string;
      /** What is wrong with the file or its name, when that is why. */
      readonly fieldMessage: string | undefined;
    }
  | { readonly kind: "too_large" | "cancelled" | "offline" | "unreadable" };

type SendOptions = {
  readonly address: string;
  readonly file: File;
  /** The same for every try to send this file, so that a try whose answer was lost is recognised. */
  readonly key: string;
  readonly kind: string;
  readonly onProgress: (sending: Sending) => void;
};

function textAt(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === "string" ? found : undefined;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer({ status, responseText }: XMLHttpRequest): UploadAnswer {
  const body = parseBody(responseText);
  const importId = textAt(body, "importId");
  if (status === 201 && importId) return { kind: "stored", importId };
  if (status === 413) return { kind: "too_large" };
  const [title, message, code] = ["title", "detail", "code"].map((name) => textAt(body, name));
  if (!title || message === undefined || !code) return { kind: "unreadable" };
  const problems: unknown = Reflect.get(Object(body), "problems");
  return {
    kind: "refused",
    title,
    message,
    code,
    reference: textAt(body, "requestId") ?? "",
    fieldMessage: Array.isArray(problems) ? textAt(problems[0], "message") : undefined,
  };
}

/**
 * Sends a file as the body of one request and tells how far it is, which only this older interface of browsers can. The answer
 * never rejects; `cancel` ends it as cancelled.
 */
export function sendFile({ address, file, key, kind, onProgress }: SendOptions): {
  readonly answer: Promise<UploadAnswer>;
  readonly cancel: () => void;
} {
  const request = new XMLHttpRequest();
  const answer = new Promise<UploadAnswer>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total });
    request.onload = () => resolve(readAnswer(request));
    request.onerror = () => resolve({ kind: "offline" });
    request.onabort = () => resolve({ kind: "cancelled" });
  });
  request.open("POST", `${address}?${new URLSearchParams({ fileName: file.name, kind })}`);
  request.setRequestHeader("Content-Type", "text/csv");
  request.setRequestHeader("Idempotency-Key", key);
  request.send(file);
  return { answer, cancel: () => request.abort() };
}
