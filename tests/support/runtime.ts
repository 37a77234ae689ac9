import { provePassword } from "#/platform/auth/prove-password";
import { services } from "#/platform/crypto/services";
import type { Runtime } from "#/platform/unit-of-work";
import { database } from "./database";

let frozenAt: Date | undefined;

/** The one clock of tests. Until it is moved, the database's own time is used. */
export const clock = {
  /** Stops the clock at an instant. */
  moveTo(instant: Date): void {
    frozenAt = instant;
  },
  /** Stops the clock so much later than it shows now; negative numbers go back. */
  advance(by: { readonly days?: number; readonly hours?: number; readonly seconds?: number }): void {
    const seconds = (by.days ?? 0) * 86_400 + (by.hours ?? 0) * 3_600 + (by.seconds ?? 0);
    frozenAt = new Date(clock.now().getTime() + seconds * 1_000);
  },
  /** Lets the database's time run again. */
  reset(): void {
    frozenAt = undefined;
  },
  /** What the clock shows. */
  now(): Date {
    return frozenAt ?? new Date();
  },
};

/** The portal's machinery on this worker's own database, with real cryptography and the movable clock. */
export const runtime: Runtime = {
  database,
  services: { ...services, provePassword },
  get clock() {
    return frozenAt;
  },
};
