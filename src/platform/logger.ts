import pino from "pino";

/**
 * One JSON line per event on standard output. Values under names that hold secrets are removed before they are written;
 * line breaks inside values are escaped by the format, so no input can forge a line (S22).
 */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
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
