import { z } from "zod";
import { scopeOf, userOf } from "#/db/scoped-tx";
import { newId } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { daysLater, expiryDaysSchema } from "../expiry";
import { defaultExpiryDays, invitationLanguages } from "../model";

/**
 * Drafts an invitation with a fresh personal link: 256 random bits, kept as a hash and sealed for its sender (S-05,
 * spans 145, 146). Nothing is sent yet.
 */
export const createInvitation = defineOperation({
  name: "partnership.create_invitation",
  access: "partnership.request",
  input: z.strictObject({
    language: z.enum(invitationLanguages),
    expiryDays: expiryDaysSchema.default(defaultExpiryDays),
    reusable: z.boolean().default(true),
  }),
  run: async (tx, { language, expiryDays, reusable }) => {
    const person = userOf(tx);
    const id = newId();
    const token = tx.services.newToken();
    const expiresAt = daysLater(tx.now, expiryDays);
    await tx.db.partnershipInvitation.createMany({
      data: {
        id,
        providerId: scopeOf(tx),
        tokenHash: new Uint8Array(tx.services.hashToken(token)),
        tokenSealed: new Uint8Array(tx.services.seal(token)),
        reusable,
        language,
        createdByUserId: person.userId,
        createdByName: person.name,
        createdAt: tx.now,
        expiresAt,
      },
    });
    tx.audit({
      resourceType: "partnership_invitation",
      resourceId: id,
      after: { language, reusable, expiresAt },
    });
    return ok({ invitationId: id });
  },
});
