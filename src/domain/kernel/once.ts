/**
 * A secret that may be shown once, in the answer of the act that made it. It disappears whenever it is turned into JSON
 * or text, so no log, idempotent replay, audit record or cache can hold it (R11, decision 9).
 */
export class Once {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The secret itself, for the one answer that shows it. */
  reveal(): string {
    return this.#secret;
  }

  toJSON(): null {
    return null;
  }

  toString(): string {
    return "[shown once]";
  }
}
