import { z } from "zod";
import { scopeOf, userOf } from "#/db/scoped-tx";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";

/** Marks all notices shown to the actor as read, for this person alone. Harmless when repeated. */
export const markNotificationsRead = defineOperation({
  name: "notification.mark_read",
  access: "notification.read",
  input: z.strictObject({}),
  run: async (tx) => {
    const { userId, roles } = userOf(tx);
    const marked = await tx.db.$executeRaw`
      update notification set read_by = read_by || ${userId}::uuid
      where organisation_id = ${scopeOf(tx)}::uuid and roles && ${[...roles]}::text[] and not (${userId}::uuid = any (read_by))`;
    tx.audit({ resourceType: "notification", resourceId: userId, after: { marked } });
    return ok({ marked });
  },
});
