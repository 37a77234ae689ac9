import { type NextRequest, NextResponse } from "next/server";
import { databaseAnswers } from "../database-health";
import { env } from "../env";

/** The largest body any request may announce, in bytes; uploads of price lists have their own route and limit. */
const largestBody = 1_000_000;
const largestUpload = 64_000_000;
const uploadPath = /^\/api\/vendor\/price-list-imports\/?$/;
const healthPath = /^\/api\/(health|ready)\/?$/;
const readMethods = new Set(["GET", "HEAD"]);

function refuse(status: number, text: string, headers: Record<string, string> = {}): NextResponse {
  return new NextResponse(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

function isWellFormed(url: string): boolean {
  try {
    const decoded = decodeURIComponent(url);
    return url.length <= 8_000 && ![...decoded].some((character) => character.charCodeAt(0) < 32);
  } catch {
    return false;
  }
}

/** Whether a request that could change something comes from our own pages (S5): Origin equal, not cross-site. */
function comesFromUs(request: NextRequest): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return request.headers.get("origin") === env().APP_ORIGIN;
}

/**
 * The answer to a request that goes no further, or nothing: malformed addresses 400, other methods 405, foreign origins
 * 403, bodies over the limit 413, and 503 with Retry-After while the database is away.
 */
export async function refuseRequest(request: NextRequest): Promise<NextResponse | undefined> {
  const path = request.nextUrl.pathname;
  if (!isWellFormed(path + request.nextUrl.search))
    return refuse(400, "The address of this request is malformed.");
  if (request.method !== "POST" && !readMethods.has(request.method)) {
    return refuse(405, "This method is not supported.", { Allow: "GET, HEAD, POST" });
  }
  if (request.method === "POST") {
    if (!comesFromUs(request)) return refuse(403, "This request does not come from the portal's own pages.");
    const length = Number(request.headers.get("content-length") ?? 0);
    const limit = uploadPath.test(path) ? largestUpload : largestBody;
    if (!Number.isSafeInteger(length) || length < 0)
      return refuse(400, "The length of this request is malformed.");
    if (length > limit) return refuse(413, "This request is too large.");
  }
  if (!healthPath.test(path) && !(await databaseAnswers())) {
    return refuse(
      503,
      "The portal cannot reach its database at the moment. Nothing was changed; try again in a few seconds.",
      {
        "Retry-After": "5",
      },
    );
  }
  return undefined;
}
