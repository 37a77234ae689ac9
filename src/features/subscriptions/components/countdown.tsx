"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { timeLeft } from "../time-left";

type CountdownProps = {
  /** The deadline and the server's time when the page was read, both in ISO 8601. */
  readonly until: string;
  readonly readAt: string;
};

/** The time left until a deadline, counted on by the server's clock: the browser's own may be wrong (G2, G22). */
export function Countdown({ until, readAt }: CountdownProps) {
  const t = useTranslations("subscriptions.detail");
  const locale = useLocale();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const opened = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - opened), 30_000);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(new Date(until), new Date(Date.parse(readAt) + passed), locale);
  return (
    <span className="font-medium whitespace-nowrap tabular-nums">
      {left === null ? t("timeOver") : t("timeLeft", { time: left })}
    </span>
  );
}
