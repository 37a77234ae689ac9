import { setTimeout as wait } from "node:timers/promises";
import { toDatabaseFailure } from "#/db/database-failure";
import { logger } from "#/platform/logger";

/** Work done again and again, one round at a time. */
export type Job = {
  readonly name: string;
  /** The longest pause between two rounds. */
  readonly everySeconds: number;
  /** One round; returns early when the signal tells to stop. */
  readonly run: (signal: AbortSignal) => Promise<void>;
};

/** A job under way: `wake` starts the next round now, `ended` resolves when the last round is over. */
export type RunningJob = { readonly wake: () => void; readonly ended: Promise<void> };

/**
 * Runs a job until the signal stops it. A round that fails is told in the log and does not end the job; while the
 * database is away that is told once.
 */
export function startJob(job: Job, signal: AbortSignal): RunningJob {
  let pause = new AbortController();
  let isWoken = false;
  let isDatabaseAway = false;

  async function oneRound(): Promise<void> {
    try {
      await job.run(signal);
      isDatabaseAway = false;
    } catch (error) {
      const isAway = toDatabaseFailure(error).kind === "unavailable";
      if (isAway && isDatabaseAway) return;
      isDatabaseAway = isAway;
      const reason = error instanceof Error ? error.message : String(error);
      if (isAway) logger.warn({ job: job.name, reason }, "the database is away; the job waits for it");
      else logger.error({ job: job.name, err: error }, "a round of a job failed");
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      isWoken = false;
      await oneRound();
      if (isWoken) continue;
      pause = new AbortController();
      await wait(job.everySeconds * 1_000, undefined, {
        signal: AbortSignal.any([signal, pause.signal]),
      }).catch(() => undefined);
    }
  }

  return {
    wake: () => {
      isWoken = true;
      pause.abort();
    },
    ended: loop(),
  };
}
