import "server-only";
import { type Failure, httpStatusOf } from "#/domain/kernel/failure";
import { failureText, problemText } from "../i18n/failure-text";

/** What a request for data rather than a page gets when it is refused (RFC 9457), in the reader's language. */
export type ProblemDetails = {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** A name that never changes, for programs. */
  readonly code: string;
  /** Found in the log, to be given to support. */
  readonly requestId: string;
  readonly problems?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
};

/** Never kept by anybody in between, and named so that it can be found in the log. */
export function answerHeaders(requestId: string): Readonly<Record<string, string>> {
  return { "Cache-Control": "no-store", "X-Request-Id": requestId };
}

/** An answer that tells a failure: its usual status unless another says it better, such as 413 for a file too large. */
export async function problemResponse(
  failure: Failure,
  requestId: string,
  status: number = httpStatusOf[failure.kind],
): Promise<Response> {
  const { title, message, code } = await failureText(failure);
  const fields = failure.kind === "invalid" ? failure.problems : [];
  const problems = await Promise.all(
    fields.map(async (problem) => ({
      field: problem.field,
      code: problem.code,
      message: await problemText(problem),
    })),
  );
  const details: ProblemDetails = {
    type: "about:blank",
    title,
    status,
    detail: message,
    code,
    requestId,
    ...(problems.length > 0 && { problems }),
  };
  const wait = "retryAfterSeconds" in failure ? { "Retry-After": String(failure.retryAfterSeconds) } : {};
  return Response.json(details, {
    status,
    headers: { ...answerHeaders(requestId), ...wait, "Content-Type": "application/problem+json" },
  });
}
