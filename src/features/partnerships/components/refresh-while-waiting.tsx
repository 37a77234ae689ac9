"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pauseMilliseconds = 3_000;
const looksMax = 40;

/** Loads the page's data anew every few seconds while it is shown, for two minutes; typed text stays. */
export function RefreshWhileWaiting() {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > looksMax) clearInterval(timer);
      else if (document.visibilityState === "visible") router.refresh();
    }, pauseMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
