import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "../env";
import { logger } from "../logger";
import { addressAmong } from "../next/client-address";
import { sessionCookieOptions } from "./session-cookie";
import { readSessionToken, sessionCookieName, signSessionToken } from "./session-token";
import { signInWithPassword } from "./sign-in";

/**
 * next-auth with a password: its token carries the id of a session row and nothing else, in the same form the rest of the
 * portal reads (F20). Errors given to the browser are `refused`, `too_many_tries` or
 * `unavailable`, never the words of a fault.
 */
export function nextAuthOptions(): NextAuthOptions {
  const maxAge = env().SESSION_LIFETIME_MINUTES * 60;
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    jwt: {
      maxAge,
      encode: async ({ token }) => signSessionToken(String(token?.sid ?? "")),
      decode: async ({ token }) => {
        const sid = await readSessionToken(token);
        return sid ? { sid } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: () => env().APP_ORIGIN,
    },
    providers: [
      CredentialsProvider({
        credentials: { signInName: {}, password: {} },
        async authorize(credentials, request) {
          const headers = new Headers(request.headers as Record<string, string>);
          const outcome = await signInWithPassword(
            credentials?.signInName ?? "",
            credentials?.password ?? "",
            {
              address: addressAmong(headers),
              userAgent: headers.get("user-agent") ?? "",
            },
          ).catch((error: unknown) => {
            // Whatever is thrown here goes to the browser word for word.
            logger.error({ err: error }, "signing in failed unexpectedly");
            return { ok: false, reason: "unavailable" } as const;
          });
          if (!outcome.ok) throw new Error(outcome.reason);
          return { id: outcome.sessionId };
        },
      }),
    ],
  };
}
