"use client";

import { useRef, useState } from "react";
import { findLinkProblem, restoreLink } from "#/domain/partnership/invitation-text";
import type { InvitationLanguage } from "#/domain/partnership/model";
import type { DraftEmail } from "../draft-emails";
import { composeText, withExpiryDay } from "../draft-text";

/** What the text of a draft depends on. */
export type DraftTextSource = {
  readonly link: string;
  readonly language: InvitationLanguage;
  readonly savedText: string | null;
  readonly drafts: Readonly<Record<InvitationLanguage, DraftEmail>>;
  readonly expiry: {
    readonly chosen: string;
    /** The day of each choice, written in each language. */
    readonly days: Readonly<Record<InvitationLanguage, Readonly<Record<string, string>>>>;
  };
};

/**
 * The text of a draft while it is edited: its language and day of expiry, whether its personal link is whole (span 149),
 * and the changes that come from outside the text area, which are written into it.
 */
export function useDraftText({ link, language: savedLanguage, savedText, drafts, expiry }: DraftTextSource) {
  const dayOf = (language: InvitationLanguage, choice: string) => expiry.days[language][choice] ?? "";
  const standard = (language: InvitationLanguage, choice: string) =>
    composeText(drafts[language].template, dayOf(language, choice));
  const area = useRef<HTMLTextAreaElement>(null);
  const [language, setLanguage] = useState(savedLanguage);
  const [choice, setChoice] = useState(expiry.chosen);
  const [text, setText] = useState(savedText ?? standard(savedLanguage, expiry.chosen));
  const write = (next: string) => {
    if (area.current) area.current.value = next;
    setText(next);
  };
  return {
    area,
    text,
    language,
    subject: drafts[language].subject,
    problem: text.trim() === "" ? "link_missing" : findLinkProblem(text, link),
    isEmpty: text.trim() === "",
    isEdited: text.trim() !== standard(language, choice).trim(),
    edit: setText,
    restore: () => write(restoreLink(text, link)),
    changeLanguage: (next: InvitationLanguage) => {
      setLanguage(next);
      write(standard(next, choice));
    },
    changeExpiry: (next: string) => {
      write(withExpiryDay(text, dayOf(language, choice), dayOf(language, next)));
      setChoice(next);
    },
  } as const;
}

/** The draft being edited. */
export type DraftTextState = ReturnType<typeof useDraftText>;
