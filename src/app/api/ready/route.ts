import { databaseIsReady } from "#/platform/database-health";

/** Whether the portal can serve: the database answers and its tables are there. Names nothing internal. */
export async function GET(): Promise<Response> {
  const ready = await databaseIsReady();
  const headers = { "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) };
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503, headers });
}

export const dynamic = "force-dynamic";
