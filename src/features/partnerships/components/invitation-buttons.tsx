"use client";

import type { MouseEvent } from "react";
import { ButtonLink, buttonClass } from "#/ui/button";
import { copyText } from "#/ui/clipboard";
import { useFormPending } from "#/ui/form-context";
import { SubmitButton } from "#/ui/submit-button";
import { mailtoOf } from "../mailto";
import type { EditorTexts } from "./invitation-editor";
import type { DraftTextState } from "./use-draft-text";

type InvitationButtonsProps = {
  readonly draft: DraftTextState;
  readonly recipient: string;
  readonly link: string;
  readonly texts: EditorTexts;
  readonly listHref: string;
  /** Says what happened outside the portal's reach, or takes that back. */
  readonly onNote: (note: string | null) => void;
};

/**
 * The ways to give an invitation away (spans 147, 148) and to keep it as it is. None works while the personal link is not
 * whole; with no text at all **Done** just closes.
 */
export function InvitationButtons({
  draft,
  recipient,
  link,
  texts,
  listHref,
  onNote,
}: InvitationButtonsProps) {
  const blocked = draft.problem !== undefined;
  const openInEmail = () => {
    const { href, shortened } = mailtoOf({ recipient, subject: draft.subject, text: draft.text, link });
    onNote(shortened ? texts.openedShort : null);
    window.location.href = href;
  };
  const copy = async (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    event.preventDefault();
    const copied = await copyText(draft.text);
    onNote(copied ? null : texts.copyFailed);
    if (copied) button.form?.requestSubmit(button);
  };
  return (
    <div className="tt-actions">
      <SubmitButton name="intent" value="send" disabled={blocked}>
        {texts.send}
      </SubmitButton>
      <ActButton intent="email" disabled={blocked} onClick={openInEmail}>
        {texts.openInEmail}
      </ActButton>
      <ActButton intent="copy" disabled={blocked} onClick={copy}>
        {texts.copy}
      </ActButton>
      <SubmitButton name="intent" value="save" tone="secondary" disabled={blocked}>
        {texts.save}
      </SubmitButton>
      {draft.isEmpty ? (
        <ButtonLink href={listHref}>{texts.done}</ButtonLink>
      ) : (
        <SubmitButton name="intent" value="done" tone="secondary" disabled={blocked}>
          {texts.done}
        </SubmitButton>
      )}
    </div>
  );
}

type ActButtonProps = {
  readonly intent: "email" | "copy";
  readonly disabled: boolean;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly children: string;
};

/** Acts in the browser first, then sends the form, so that the portal knows the link was given away. */
function ActButton({ intent, disabled, onClick, children }: ActButtonProps) {
  const pending = useFormPending();
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      disabled={disabled}
      aria-disabled={pending || undefined}
      onClick={onClick}
      className={buttonClass({ tone: "secondary" })}
    >
      {children}
    </button>
  );
}
