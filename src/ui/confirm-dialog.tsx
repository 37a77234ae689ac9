"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Form, type FormLabels } from "./form";
import type { FormAction } from "./form-state";
import { SubmitButton } from "./submit-button";

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One or two sentences on what is about to happen. */
  readonly body?: ReactNode;
  /** What follows from it, one point each. */
  readonly consequences?: readonly ReactNode[] | undefined;
  readonly consequencesLabel?: string | undefined;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  /** "danger" for what ends or removes something. */
  readonly tone?: "primary" | "danger" | undefined;
  readonly action: FormAction;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly idempotencyKey: string;
  readonly labels: FormLabels;
  /** Further fields, such as a name to type before something large is removed. */
  readonly children?: ReactNode;
};

/** Asks before an act, names its consequences, and runs the server action. Closes when the action is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, body, consequences = [], tone = "primary" } = props;
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Form
        action={props.action}
        labels={props.labels}
        idempotencyKey={props.idempotencyKey}
        hidden={props.hidden}
        onDone={onClose}
      >
        {body && <div>{body}</div>}
        {consequences.length > 0 && (
          <div>
            {props.consequencesLabel && <p className="font-semibold">{props.consequencesLabel}</p>}
            <ul className="tt-consequences">
              {consequences.map((consequence, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
                <li key={index}>{consequence}</li>
              ))}
            </ul>
          </div>
        )}
        {props.children}
        <div className="tt-dialog-footer">
          <SubmitButton tone={tone}>{props.confirmLabel}</SubmitButton>
          <Button onClick={onClose}>{props.cancelLabel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
