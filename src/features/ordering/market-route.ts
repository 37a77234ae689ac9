import "server-only";
import { findViewer } from "#/platform/auth/viewer";
import { isLocale, locales } from "#/platform/i18n/messages";
import { findMarketForm } from "./market-form";

function answer(status: number, body: unknown, cache: string): Response {
  return Response.json(body, { status, headers: { "Cache-Control": cache } });
}

/**
 * What the **Account info** step needs to know of a country, as JSON for signed-in people: `GET /api/markets/IT?locale=it`.
 * The same for everybody and changed only by a release, so a browser may keep it for an hour; 401 without a session, 404
 * for a country the product does not know.
 */
export async function readMarket(
  request: Request,
  { params }: { readonly params: Promise<{ country: string }> },
) {
  if (!(await findViewer())) return answer(401, { error: "unauthenticated" }, "no-store");
  const asked = new URL(request.url).searchParams.get("locale");
  const form = findMarketForm((await params).country, isLocale(asked) ? asked : locales[0]);
  return form ? answer(200, form, "private, max-age=3600") : answer(404, { error: "not_found" }, "no-store");
}
