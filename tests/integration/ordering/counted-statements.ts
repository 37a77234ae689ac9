import { openDatabase } from "#/db/client";
import type { Runtime } from "#/platform/unit-of-work";
import { applicationUrl } from "../../support/database";
import { runtime } from "../../support/runtime";

/**
 * Runs work on a connection of its own and gives the text of every round trip to the database, so that a statement added
 * to a hot path is noticed without a clock.
 */
export async function statementsOf(work: (host: Runtime) => Promise<unknown>): Promise<readonly string[]> {
  const database = openDatabase({ url: applicationUrl, poolSize: 1 });
  const seen: string[] = [];
  database.pool.on("connect", (connection) => {
    const query = connection.query.bind(connection) as (...args: readonly unknown[]) => unknown;
    Object.assign(connection, {
      query: (...args: readonly unknown[]) => {
        const [first] = args;
        seen.push(typeof first === "string" ? first : (first as { text: string }).text);
        return query(...args);
      },
    });
  });
  try {
    await work({ ...runtime, database });
  } finally {
    await database.close();
  }
  return seen;
}
