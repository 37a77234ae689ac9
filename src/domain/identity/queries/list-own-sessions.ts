import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** The actor's open sessions, newest use first, at most 50; says which one asks. */
export const listOwnSessions = defineQuery({
  name: "identity.list_own_sessions",
  access: "own_account.manage",
  input: z.strictObject({}),
  run: async (tx) => {
    const { userId, sessionId } = userOf(tx);
    const sessions = await tx.db.userSession.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: tx.now } },
      orderBy: { lastSeenAt: "desc" },
      take: 50,
      select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true, address: true },
    });
    return ok(sessions.map((session) => ({ ...session, isThisOne: session.id === sessionId })));
  },
});
