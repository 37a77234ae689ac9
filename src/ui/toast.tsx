"use client";

import { useEffect, useRef, useState } from "react";
import { IconButton } from "./button";
import { Icon } from "./icon";
import { type Tone, toneIcon } from "./tone";

/** A short message about something that has just happened elsewhere than where the user looks. */
export type ToastMessage = {
  readonly title: string;
  readonly body?: string | undefined;
  readonly tone?: Tone | undefined;
};

const eventName = "twotier:toast";
const visibleMilliseconds = 8000;

/** Shows a toast in the page's region. Does nothing where no region is mounted. Never for errors that need an act. */
export function showToast(message: ToastMessage): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(eventName, { detail: message }));
}

/** Shows a toast once when the page appears, for messages that come with a redirect. */
export function ToastOnLoad({ title, body, tone }: ToastMessage) {
  useEffect(() => showToast({ title, body, tone }), [title, body, tone]);
  return null;
}

type Shown = ToastMessage & { readonly id: number };

/**
 * The place where toasts appear, once per page. Polite to screen readers, above everything else, each gone
 * after eight seconds unless the pointer or the focus rests on it.
 */
export function ToastRegion({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    let id = 0;
    const add = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      id += 1;
      const toast: Shown = { ...(event.detail as ToastMessage), id };
      setToasts((before) => [...before.slice(-2), toast]);
    };
    window.addEventListener(eventName, add);
    return () => window.removeEventListener(eventName, add);
  }, []);
  useEffect(() => {
    if (toasts.length === 0 || held) return;
    const timer = setTimeout(() => setToasts((before) => before.slice(1)), visibleMilliseconds);
    return () => clearTimeout(timer);
  }, [toasts, held]);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    // Raised again for each message, so that it lies above a dialog opened meanwhile.
    if (element.matches(":popover-open")) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  return (
    <section
      ref={region}
      popover="manual"
      aria-label={label}
      aria-live="polite"
      className="tt-toasts"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <div key={toast.id} className={`tt-toast tt-tone-${toast.tone ?? "success"}`}>
          <Icon name={toneIcon[toast.tone ?? "success"]} size="md" className="tt-banner-icon" />
          <div className="min-w-0 grow">
            <p className="tt-banner-title">{toast.title}</p>
            {toast.body && <p className="text-sm text-ink-muted">{toast.body}</p>}
          </div>
          <IconButton
            icon="x"
            label={closeLabel}
            onClick={() => setToasts((before) => before.filter(({ id }) => id !== toast.id))}
          />
        </div>
      ))}
    </section>
  );
}
