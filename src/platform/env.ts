import { z } from "zod";

const weakSecrets = /^(.)\1*$|changeme|secret|password|example/i;

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Address people use, without a slash at the end; links in mails and the origin check come from it alone. */
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).refine((value) => !value.endsWith("/"), "no slash at the end"),
  /** At least 32 characters of randomness: signs sessions and seals what waits to be sent. */
  AUTH_SECRET: z
    .string()
    .min(32)
    .refine((value) => !weakSecrets.test(value), "looks like a placeholder"),
  /** The unprivileged login role; it owns nothing and can only assume acting roles. */
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().default("Twotier <no-reply@localhost>"),
  /** Suffix of the domains given to new customer tenants. */
  TENANT_DOMAIN_SUFFIX: z.string().default("onmicrosoft.example"),
  /** Minutes without a request after which a session ends, and its longest life. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).default(60),
  SESSION_LIFETIME_MINUTES: z.coerce.number().int().min(15).default(720),
  /** Reverse proxies in front whose X-Forwarded-For is believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  /** How many actions and look-ups one person, or one address that is not signed in, may send in a minute. */
  ACTIONS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  /** Set by the start script for the seeded demo database. */
  DEMO: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** The validated settings of this process. */
export type Env = Readonly<z.infer<typeof schema>>;

let validated: Env | undefined;

/**
 * The settings, read once. Throws with every problem listed when one is missing, malformed or weak, so that a process
 * with a bad configuration does not start (S21).
 */
export function env(): Env {
  if (validated) return validated;
  const result = schema.safeParse(process.env);
  if (!result.success) throw new Error(`The configuration is not usable:\n${z.prettifyError(result.error)}`);
  validated = Object.freeze(result.data);
  return validated;
}
