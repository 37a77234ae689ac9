"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * While `isShown`, the browser's back and forward throw away what is shown and go to `href` instead of a step of what has
 * been sent already: what is shown once is not shown again (S-13).
 */
export function useLeaveOnBack(isShown: boolean, forget: () => void, href: string): void {
  const router = useRouter();
  useEffect(() => {
    if (!isShown) return;
    const leave = () => {
      forget();
      router.replace(href as Route);
    };
    window.addEventListener("popstate", leave);
    return () => window.removeEventListener("popstate", leave);
  }, [isShown, forget, href, router]);
}
