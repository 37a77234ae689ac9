"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { FormContext } from "./form-context";
import { type FormAction, type FormState, idleFormState } from "./form-state";
import { FormSummary } from "./form-summary";
import { newKey } from "./new-key";
import { UnsavedGuard, type UnsavedLabels } from "./unsaved-guard";
import { classes } from "./variants";

/** The words a form needs of its own. */
export type FormLabels = {
  /** Stands before the reference of a failure, such as "Reference". */
  readonly reference: string;
  /** The answer did not arrive: nothing typed is lost, sending again does nothing twice. */
  readonly offlineTitle: string;
  readonly offlineMessage: string;
  /** The page is older than the server: it must be loaded again. */
  readonly staleTitle: string;
  readonly staleMessage: string;
};

type FormProps = {
  readonly action: FormAction;
  readonly labels: FormLabels;
  /** Made by the server for this rendering; sent as `idempotencyKey`, so that a repeat is recognised. */
  readonly idempotencyKey: string;
  readonly initialState?: FormState | undefined;
  /** Values sent along unseen, such as ids and versions. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Given, leaving the page with unsent changes asks first. */
  readonly unsaved?: UnsavedLabels | undefined;
  /** Called once for each answer that says the form is done and the page stays. */
  readonly onDone?: ((state: Extract<FormState, { status: "done" }>) => void) | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/**
 * A form that runs a server action. Shows and focuses a summary when the answer is a refusal, keeps what was
 * typed, cannot be sent twice at once, and sends the same idempotency key until an answer says it is done.
 * Without JavaScript the browser posts it and the server renders the same messages.
 */
export function Form(props: FormProps) {
  const { action, labels, hidden = {}, unsaved, onDone, className, children } = props;
  const formId = useId().replaceAll(":", "");
  const form = useRef<HTMLFormElement>(null);
  const [dirty, setDirty] = useState(false);
  const [postedState, postAction] = useActionState(action, props.initialState ?? idleFormState);
  const [state, send, pending] = useActionState(
    (before: FormState, data: FormData) => answered(action, before, data, labels),
    postedState,
  );
  const [key, setKey] = useState(props.idempotencyKey);
  const finish = useEffectEvent((answer: FormState) => {
    if (answer.status !== "done") return;
    setKey(newKey());
    setDirty(false);
    onDone?.(answer);
  });
  useEffect(() => finish(state), [state]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => send(data));
  };
  const context = useMemo(() => ({ formId, state, pending }), [formId, state, pending]);
  return (
    <FormContext value={context}>
      <form
        ref={form}
        id={formId}
        action={postAction}
        onSubmit={submit}
        onInput={() => setDirty(true)}
        noValidate
        aria-busy={pending || undefined}
        className={classes("tt-form", className)}
      >
        <FormSummary labels={labels} />
        <input type="hidden" name="idempotencyKey" value={key} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
      {unsaved && <UnsavedGuard labels={unsaved} active={dirty && !pending} />}
    </FormContext>
  );
}

/**
 * Runs the action and turns a call that never came back into a refusal that can be read, because an error
 * thrown here would replace the page and lose what was typed. Redirects pass through.
 */
async function answered(
  action: FormAction,
  before: FormState,
  data: FormData,
  labels: FormLabels,
): Promise<FormState> {
  try {
    return await action(before, data);
  } catch (error) {
    unstable_rethrow(error);
    const stale = unstable_isUnrecognizedActionError(error);
    return {
      status: "failed",
      title: stale ? labels.staleTitle : labels.offlineTitle,
      message: stale ? labels.staleMessage : labels.offlineMessage,
      code: stale ? "stale_page" : "no_answer",
      reference: "",
      values: {},
    };
  }
}
