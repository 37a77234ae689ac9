import "server-only";
import { cookies } from "next/headers";
import { env } from "../env";
import { isSecureOrigin, sessionCookieName, signSessionToken } from "./session-token";

/** How the session cookie is kept: never readable by scripts, never sent from other sites, `__Host-` over TLS. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureOrigin() } as const;
}

/** Puts a session into the browser; for use in actions. */
export async function keepSession(sessionId: string): Promise<void> {
  const maxAge = env().SESSION_LIFETIME_MINUTES * 60;
  (await cookies()).set(sessionCookieName(), await signSessionToken(sessionId), {
    ...sessionCookieOptions(),
    maxAge,
  });
}

/** Takes the session out of the browser; for use in actions. */
export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
