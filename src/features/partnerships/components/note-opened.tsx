"use client";

import { startTransition, useEffect, useRef } from "react";
import { idleFormState } from "#/ui/form-state";
import { noteInvitationOpenedAction } from "../actions";

/**
 * Tells the portal, once, that a browser shows this invitation: by a POST of its own, so that a request for the page, a
 * link checker's or a prefetch, changes nothing. Whether it arrives makes no difference to the page.
 */
export function NoteOpened({ token }: { readonly token: string }) {
  const noted = useRef(false);
  useEffect(() => {
    if (noted.current) return;
    noted.current = true;
    const form = new FormData();
    form.set("token", token);
    startTransition(async () => {
      await noteInvitationOpenedAction(idleFormState, form).catch(() => undefined);
    });
  }, [token]);
  return null;
}
