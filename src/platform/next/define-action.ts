import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Operation } from "#/domain/operation";
import type { FormState } from "#/ui/form-state";
import { resolveActor } from "../auth/viewer";
import { toFormState, unexpectedState } from "../i18n/failure-text";
import { logger } from "../logger";
import { takeFromActionLimit } from "../rate-limit/limits";
import { runOperation } from "../run-operation";
import { formValues, readIdempotencyKey } from "./form-values";
import { clientAddress, requestContext } from "./request-context";

/** Field names whose values are never sent back to the browser. */
const secretFields = /password|secret|token|code/i;

type ActionOptions<Input, Output> = {
  /** Turns the form's text values into the operation's input; the operation's own schema then judges it. */
  readonly input: (values: Readonly<Record<string, string | readonly string[]>>) => Input;
  /** What the form gets on success: a state, or a redirect thrown from here. */
  readonly onSuccess?: (output: Output) => FormState | Promise<FormState>;
};

/** A server action as forms use it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Makes the server action of an operation: size and shape of the form, actor, rate limit, operation, then the answer as
 * the form's state in the viewer's language. Unknown exceptions become a correlation id and nothing else. Every export of
 * a `"use server"` module is made here.
 */
export function defineAction<Schema extends z.ZodType, Output, Prepared>(
  operation: Operation<Schema, Output, Prepared>,
  { input, onSuccess }: ActionOptions<z.input<Schema>, Output>,
): FormAction {
  return async (_state, form) => {
    const context = await requestContext(readIdempotencyKey(form));
    const values = formValues(form);
    const echoed = Object.fromEntries(Object.entries(values).filter(([name]) => !secretFields.test(name)));
    try {
      const actor = await resolveActor();
      const limited = await takeFromActionLimit(actor, await clientAddress());
      if (limited) return await toFormState(limited, echoed, context.correlationId);
      const result = await runOperation(operation, actor, input(values), context);
      if (!result.ok) return await toFormState(result.failure, echoed, context.correlationId);
      return (await onSuccess?.(result.value)) ?? { status: "done" };
    } catch (error) {
      unstable_rethrow(error);
      logger.error(
        { operation: operation.name, correlationId: context.correlationId, err: error },
        "an action failed unexpectedly",
      );
      return unexpectedState(echoed, context.correlationId);
    }
  };
}
