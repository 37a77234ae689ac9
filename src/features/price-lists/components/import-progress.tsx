"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Banner } from "#/ui/banner";
import { Progress } from "#/ui/progress";
import type { ProgressView } from "../progress-view";

const pauseMilliseconds = 1_000;

type ImportProgressProps = {
  /** Asked for the newest view. */
  readonly address: string;
  readonly initial: ProgressView;
  /** Said while no answer comes. */
  readonly noAnswer: string;
};

/** The view at an address; nothing when the portal does not answer as expected. */
async function ask(address: string, signal: AbortSignal): Promise<ProgressView | undefined> {
  try {
    const response = await fetch(address, { signal, cache: "no-store" });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** How far an import is, asked once a second; when it has ended, the page is loaded anew with its result. */
export function ImportProgress({ address, initial, noAnswer }: ImportProgressProps) {
  const router = useRouter();
  const [view, setView] = useState(initial);
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const next = await ask(address, stopping.signal);
      if (stopping.signal.aborted) return;
      setSilent(next === undefined);
      if (next) setView(next);
      if (next?.status === "completed" || next?.status === "failed") router.refresh();
      timer = setTimeout(look, pauseMilliseconds);
    };
    timer = setTimeout(look, pauseMilliseconds / 2);
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [address, router]);
  return (
    <div className="grid max-w-2xl gap-3">
      <Progress label={view.label} value={view.percent} detail={view.detail} />
      {isSilent && <Banner tone="warning" title={noAnswer} />}
    </div>
  );
}
