"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pauseMilliseconds = 2_000;

/** Loads the page's data anew every few seconds while it is shown and looked at. */
export function RefreshWhileRunning() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, pauseMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
