import { z } from "zod";
import { scopeOf, userOf } from "#/db/scoped-tx";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** One notice of the bell: its type and what fills its text, where it leads, and whether this person has read it. */
export type NoticeSummary = {
  readonly id: string;
  readonly type: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly createdAt: Date;
  readonly isRead: boolean;
};

/** The newest 100 notices for the actor's roles in the own organisation (S-35, Appendix C). */
export const listNotifications = defineQuery({
  name: "notification.list",
  access: "notification.read",
  input: z.strictObject({}),
  run: async (tx) => {
    const { userId, roles } = userOf(tx);
    const rows = await tx.db.$queryRaw<NoticeSummary[]>`
      select id, type, params, link, created_at as "createdAt", ${userId}::uuid = any (read_by) as "isRead"
      from notification where organisation_id = ${scopeOf(tx)}::uuid and roles && ${[...roles]}::text[]
      order by created_at desc, id limit 100`;
    return ok(rows);
  },
});
