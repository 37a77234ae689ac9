import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./platform/next/content-security-policy";
import { refuseRequest } from "./platform/next/request-sieve";

/**
 * A sieve in front of every page and action, never the lock: refuses malformed and foreign requests, answers 503 while
 * the database is away, names the request and sets the nonce of its content security policy (decision 6).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = randomUUID();
  const refusal = await refuseRequest(request);
  if (refusal) {
    refusal.headers.set("X-Request-Id", requestId);
    return refusal;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  for (const spoofable of [
    "x-forwarded-host",
    "x-middleware-subrequest",
    "forwarded",
    "x-original-url",
    "x-rewrite-url",
  ]) {
    headers.delete(spoofable);
  }
  headers.set("x-request-id", requestId);
  headers.set("x-pathname", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  return response;
}

/**
 * Everything but built files, which carry no data, and the upload of price lists: a request that passes here is held in memory
 * whole before its handler sees it. That handler asks the same questions itself, before it reads a byte (`defineRoute`).
 */
export const config = {
  matcher: ["/((?!_next/static/|favicon\\.svg$|icons\\.svg$|api/vendor/price-list-imports$).*)"],
};
