import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { resolveSession, type SessionRecord, touchSession } from "#/db/gate";
import { type Actor, type UserActor, visitor } from "#/domain/authorisation/actor";
import { gate, noteDatabaseAnswered } from "../database-health";
import { env } from "../env";
import { readSessionToken, sessionCookieName } from "./session-token";

/** Who looks at the portal: the actor, and what the shell shows of the person and the organisation. */
export type Viewer = SessionRecord & { readonly actor: UserActor };

function toViewer(session: SessionRecord, sessionId: string): Viewer {
  return {
    ...session,
    actor: {
      kind: "user",
      userId: session.userId,
      name: `${session.firstName} ${session.lastName}`,
      signInName: session.signInName,
      organisationId: session.organisationId,
      organisationKind: session.organisationKind,
      organisationStatus: session.programStatus,
      roles: session.roles,
      sessionId,
      mustChangePassword: session.mustChangePassword,
    },
  };
}

/**
 * The signed-in viewer of this request, or nothing. Looks at the session row every time: what was revoked or changed a
 * moment ago is gone now (R7). One statement a request, however often it is asked.
 */
export const findViewer = cache(async (): Promise<Viewer | undefined> => {
  const sessionId = await readSessionToken((await cookies()).get(sessionCookieName())?.value);
  if (!sessionId) return undefined;
  const session = await resolveSession(gate(), sessionId, env().SESSION_IDLE_MINUTES);
  noteDatabaseAnswered();
  if (!session) return undefined;
  if (session.isStale) void touchSession(gate(), sessionId).catch(() => undefined);
  return toViewer(session, sessionId);
});

/** The actor of this request: the viewer's, or the visitor. */
export async function resolveActor(): Promise<Actor> {
  return (await findViewer())?.actor ?? visitor;
}
