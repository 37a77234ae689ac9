import pino from "pino";

/** Parts of a database error that quote rows and parameters, which may hold hashes, tokens and people's data. */
const quoting = ["detail", "where", "hint", "internalQuery", "query", "parameters", "values"] as const;

/** An error as the log keeps it: kind, message, stack and codes, without what the database quotes from its rows (S22). */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const told: Record<string, unknown> = { ...pino.stdSerializers.err(error) };
  for (const part of quoting) delete told[part];
  return told;
}

/**
 * One JSON line per event on standard output. Values under names that hold secrets are removed before they are written;
 * line breaks inside values are escaped by the format, so no input can forge a line (S22).
 */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  serializers: { err: loggedError, error: loggedError },
  redact: {
    paths: [
      "password",
      "token",
      "secret",
      "authorization",
      "cookie",
      "*.password",
      "*.token",
      "*.secret",
      "*.cookie",
    ],
    remove: true,
  },
});
