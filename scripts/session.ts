import { actAs } from "#/db/act-as";
import { findSignIn } from "#/db/gate";
import { sessionCookieName, signSessionToken } from "#/platform/auth/session-token";
import { startSession } from "#/platform/auth/sign-in";
import { gate } from "#/platform/database-health";
import { runtime } from "#/platform/unit-of-work";
import { databaseKind } from "../prisma/seed/demo-marker";

const usage = `Prints a session cookie for an account of the demo:

  npm run --silent session -- admin.agent@brenta.example
  curl --cookie "$(npm run --silent session -- admin.agent@brenta.example)" http://localhost:3000/provider
`;

/**
 * Opens a session for a seeded account and gives its cookie as `name=value`. Refuses on every database that the demo's
 * seed has not marked, so that it never lets anybody into a real portal, and for accounts that are not there.
 */
async function sessionCookie(signInName: string): Promise<string> {
  const kind = await actAs(
    runtime().database,
    { kind: "system", job: "demo_session" },
    { readOnly: true },
    databaseKind,
  );
  if (kind !== "demo")
    throw new Error(
      "This is not the demo's database. Sessions are only given out for the demo's own accounts.",
    );
  const account = await findSignIn(gate(), signInName.trim().toLowerCase());
  const origin = { address: "127.0.0.1", userAgent: "npm run session" };
  const session =
    account?.organisationId && (await startSession(account.userId, account.organisationId, origin));
  if (!session) throw new Error(`${signInName} is no active account of the demo; npm start lists some.`);
  return `${sessionCookieName()}=${await signSessionToken(session)}`;
}

const [signInName] = process.argv.slice(2);
try {
  if (!signInName) throw new Error(usage);
  process.stdout.write(`${await sessionCookie(signInName)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await Promise.allSettled([gate().end(), runtime().database.close()]);
}
