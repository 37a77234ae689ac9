import "server-only";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Query } from "#/domain/operation";
import { resolveActor } from "../auth/viewer";
import { failureText, problemText } from "../i18n/failure-text";
import { logger } from "../logger";
import { takeFromActionLimit } from "../rate-limit/limits";
import { runQuery } from "../run-query";
import { clientAddress, requestContext } from "./request-context";

/** What a question asked by a form gets: the answer, or why there is none in the reader's language. */
export type LookupAnswer<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly code: string; readonly title: string; readonly message: string };

/** A question a form asks the server while it is filled in. */
export type Lookup<Input, Answer> = (input: Input) => Promise<LookupAnswer<Answer>>;

/**
 * Makes the server action behind a question that changes nothing, such as whether a partner id may be used: actor, rate
 * limit and query as for any page, then the answer as plain data. What the browser sends is judged by the query's own
 * schema; a problem of a field is told as the message. The twin of `defineAction` in a `"use server"` module.
 */
export function defineLookup<Schema extends z.ZodType, Output, Answer = Output>(
  query: Query<Schema, Output>,
  toAnswer?: (output: Output) => Answer | Promise<Answer>,
): Lookup<z.input<Schema>, Answer> {
  return async (input) => {
    const context = await requestContext();
    try {
      const actor = await resolveActor();
      const limited = await takeFromActionLimit(actor, await clientAddress());
      if (limited) return { ok: false, ...(await failureText(limited)) };
      const result = await runQuery(query, actor, input, context);
      if (result.ok) {
        return {
          ok: true,
          value: toAnswer ? await toAnswer(result.value) : (result.value as unknown as Answer),
        };
      }
      const text = await failureText(result.failure);
      if (result.failure.kind !== "invalid") return { ok: false, ...text };
      const [problem] = result.failure.problems;
      return { ok: false, ...text, message: problem ? await problemText(problem) : text.message };
    } catch (error) {
      unstable_rethrow(error);
      logger.error(
        { query: query.name, correlationId: context.correlationId, err: error },
        "a lookup failed unexpectedly",
      );
      const t = await getTranslations("failures.unexpected");
      return { ok: false, code: "unexpected", title: t("title"), message: t("message") };
    }
  };
}
