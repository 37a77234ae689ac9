import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { Failure, FailureParams } from "#/domain/kernel/failure";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { FormState } from "#/ui/form-state";
import { lookUp } from "./look-up";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A refusal in the reader's language: what happened, and why or what to do. */
export type FailureText = { readonly title: string; readonly message: string; readonly code: string };

/** The text of a problem of a field, such as "Enter a value." */
export async function problemText({ code, params }: FieldProblem): Promise<string> {
  return (
    lookUp(await getLocale(), "problems", code, params ?? {}) ??
    lookUp(await getLocale(), "problems", "field.invalid", {}) ??
    code
  );
}

async function rolesInWords(params: FailureParams): Promise<FailureParams> {
  if (typeof params.roles !== "string") return params;
  const t = await getTranslations("roles");
  const names = params.roles.split(",").map((role) => t(role as Parameters<typeof t>[0]));
  return { ...params, roles: new Intl.ListFormat(await getLocale(), { type: "disjunction" }).format(names) };
}

/** A failure in the reader's language; codes without a text of their own fall back to the text of their kind. */
export async function failureText(failure: Failure): Promise<FailureText> {
  const locale = await getLocale();
  const code = "code" in failure ? failure.code : failure.kind;
  const params = await rolesInWords(
    "params" in failure && failure.params
      ? failure.params
      : "retryAfterSeconds" in failure
        ? { seconds: failure.retryAfterSeconds }
        : {},
  );
  const title =
    lookUp(locale, "failures", `${code}.title`, params) ??
    lookUp(locale, "failures", `${failure.kind}.title`, params);
  const message =
    lookUp(locale, "failures", `${code}.message`, params) ??
    lookUp(locale, "failures", `${failure.kind}.message`, params);
  return { title: title ?? code, message: message ?? "", code };
}

/** A failure as the state of the form that caused it: field problems at their fields, anything else as its summary. */
export async function toFormState(failure: Failure, values: Values, reference: string): Promise<FormState> {
  if (failure.kind === "invalid") {
    const t = await getTranslations("form");
    const texts = await Promise.all(
      failure.problems.map(async (problem) => [problem.field, await problemText(problem)] as const),
    );
    // In the order of the form; of several problems of a field the first is told.
    const fields: Record<string, string> = {};
    for (const [field, text] of texts) fields[field] ??= text;
    return {
      status: "invalid",
      summary: t("summary", { count: Object.keys(fields).length }),
      fields,
      values,
    };
  }
  const { title, message, code } = await failureText(failure);
  return { status: "failed", title, message, code, reference, values };
}

/** The state after something nobody foresaw: a reference to give to support, and nothing else. */
export async function unexpectedState(values: Values, reference: string): Promise<FormState> {
  const t = await getTranslations("failures.unexpected");
  return {
    status: "failed",
    title: t("title"),
    message: t("message"),
    code: "unexpected",
    reference,
    values,
  };
}
