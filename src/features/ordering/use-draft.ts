"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Changes when the shape of what is kept does, so that older drafts are forgotten instead of misread. */
const shape = 1;

function read<T>(key: string): T | undefined {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? "null") as {
      shape: number;
      draft: T;
    } | null;
    return kept?.shape === shape ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, draft: unknown): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify({ shape, draft }));
  } catch {
    // A full or forbidden storage only costs the draft its life beyond this page.
  }
}

/**
 * What somebody is entering, kept in this tab until it is sent or discarded, so that a reload or an ended session loses
 * nothing. Never give it secrets. `generation` changes when a kept draft was found or everything was thrown away: forms
 * that hold their own texts are then made anew. `renew` gives what to start over with: another key to be submitted under,
 * so that what was discarded and what comes next are never taken for one.
 */
export function useDraft<T>(key: string, initial: T, renew: () => T) {
  const [draft, setDraft] = useState(initial);
  const [generation, setGeneration] = useState(0);
  const [isRestored, setRestored] = useState(false);
  const start = useRef(renew);
  start.current = renew;
  const current = useRef(initial);
  const isKept = useRef(true);
  useEffect(() => {
    const kept = read<T>(key);
    if (kept === undefined) return;
    current.current = kept;
    setDraft(kept);
    setRestored(true);
    setGeneration((before) => before + 1);
  }, [key]);
  const change = useCallback(
    (next: (before: T) => T) => {
      current.current = next(current.current);
      setDraft(current.current);
      if (isKept.current) write(key, current.current);
    },
    [key],
  );
  const discard = useCallback(() => {
    window.sessionStorage.removeItem(key);
    current.current = start.current();
    setDraft(current.current);
    setRestored(false);
    setGeneration((before) => before + 1);
  }, [key]);
  /** Forgets what is kept but leaves the page as it is: for what has been sent. */
  const forget = useCallback(() => {
    isKept.current = false;
    window.sessionStorage.removeItem(key);
  }, [key]);
  return { draft, change, discard, forget, generation, isRestored } as const;
}
