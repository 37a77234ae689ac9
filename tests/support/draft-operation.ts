import { z } from "zod";
import { scopeOf, userOf } from "#/db/scoped-tx";
import { rejected } from "#/domain/kernel/failure";
import { newId } from "#/domain/kernel/ids";
import { composeMail } from "#/domain/kernel/mail";
import { Once } from "#/domain/kernel/once";
import { ok } from "#/domain/kernel/result";
import { defineOperation } from "#/domain/operation";

type DraftOptions = {
  /** Runs after everything was written, in the transaction; what it throws is thrown by the operation. */
  readonly afterwards?: (attempt: number) => void;
  readonly commitOn?: "success" | "always";
  /** Something that cannot be told, so that closing the operation fails. */
  readonly tellsNonsense?: boolean;
};

/**
 * An operation that does one of everything: writes an invitation, an audit record, an event and a mail, and gives a
 * secret away. For proofs of what becomes of them; `refuse` makes it end with a refusal after it has written them.
 */
export function draftOperation({ afterwards, commitOn = "success", tellsNonsense }: DraftOptions = {}) {
  let attempts = 0;
  return defineOperation({
    name: "test.draft",
    access: "partnership.request",
    commitOn,
    input: z.strictObject({ language: z.enum(["en", "it"]), refuse: z.boolean().default(false) }),
    run: async (tx, { language, refuse }) => {
      attempts += 1;
      const id = newId();
      const { userId, name } = userOf(tx);
      const token = tx.services.newToken();
      await tx.db.partnershipInvitation.createMany({
        data: {
          id,
          providerId: scopeOf(tx),
          tokenHash: new Uint8Array(tx.services.hashToken(token)),
          tokenSealed: new Uint8Array(tx.services.seal(token)),
          language,
          createdByUserId: userId,
          createdByName: name,
          createdAt: tx.now,
          expiresAt: new Date(tx.now.getTime() + 86_400_000),
        },
      });
      tx.audit({ resourceType: "partnership_invitation", resourceId: id, after: { language } });
      tx.emit({ type: "partnership.removed", subjectId: tellsNonsense ? "no id" : id, data: { id } });
      const content = { subject: "Draft", text: "Text", language };
      const mail = composeMail(
        { subjectKind: "test", subjectId: id, recipient: "a@people.example", content },
        tx.services.seal,
      );
      if (mail.ok) tx.mail(mail.value);
      afterwards?.(attempts);
      return refuse ? rejected("test.refused", { language }) : ok({ id, secret: new Once("moon-water-42") });
    },
  });
}
