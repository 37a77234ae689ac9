import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { env } from "../env";

let key: Uint8Array | undefined;
function signingKey(): Uint8Array {
  key ??= new Uint8Array(hkdfSync("sha256", env().AUTH_SECRET, "", "twotier session token", 32));
  return key;
}

/** Whether people reach the portal over TLS, and so cookies may carry the `__Host-` prefix. */
export function isSecureOrigin(): boolean {
  return env().APP_ORIGIN.startsWith("https://");
}

/** The name of the session cookie. */
export function sessionCookieName(): string {
  return isSecureOrigin() ? "__Host-twotier.session" : "twotier.session";
}

/** Signs a token that carries a session id and nothing else: the session row decides everything (F20). */
export function signSessionToken(sessionId: string): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setIssuer(env().APP_ORIGIN)
    .setExpirationTime(`${env().SESSION_LIFETIME_MINUTES} minutes`)
    .sign(signingKey());
}

/** The session id of a token of ours; nothing when it was altered, has expired or was signed for another origin. */
export async function readSessionToken(token: string | undefined): Promise<string | undefined> {
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, signingKey(), {
      algorithms: ["HS256"],
      issuer: env().APP_ORIGIN,
    });
    return typeof payload.sid === "string" && /^[0-9a-f-]{36}$/.test(payload.sid) ? payload.sid : undefined;
  } catch {
    return undefined;
  }
}
