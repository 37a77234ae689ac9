"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type MouseEvent, type SubmitEvent, useTransition } from "react";
import { internalLink } from "./internal-link";

/**
 * Lets a region's plain links and GET forms change the page without a full load, by one handler on the region
 * instead of a component per link: fifty rows of links then cost what plain anchors cost. Without JavaScript
 * they are ordinary links and forms. `pending` is true while the next page is on its way.
 */
export function useSoftNavigation() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (href: string) => startTransition(() => router.push(href as Route, { scroll: false }));
  const onLinkClick = (event: MouseEvent) => {
    const href = internalLink(event.nativeEvent);
    if (href === undefined || href.startsWith("#")) return;
    event.preventDefault();
    const staysHere = new URL(href, window.location.origin).pathname === window.location.pathname;
    startTransition(() => router.push(href as Route, { scroll: !staysHere }));
  };
  const onFormSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(formHref(event.currentTarget));
  };
  return { pending, onLinkClick, onFormSubmit } as const;
}

/** The address a GET form would lead to, without its empty fields. */
function formHref(form: HTMLFormElement): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") search.append(name, value.trim());
  }
  search.sort();
  const path = new URL(form.action, window.location.origin).pathname;
  return search.size > 0 ? `${path}?${search}` : path;
}
