import { mailContentSchema } from "#/domain/kernel/mail";
import { services } from "#/platform/crypto/services";
import { fixtures } from "./database";

/** A mail that waits to be sent, opened. */
export type WaitingMail = {
  readonly recipient: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly path: string | undefined;
};

/** The mails that wait to be sent in the name of an organisation, by recipient. */
export async function mailsWaitingFor(organisationId: string): Promise<readonly WaitingMail[]> {
  const rows = await fixtures.mailMessage.findMany({
    where: { organisationId, status: "queued" },
    orderBy: { recipient: "asc" },
  });
  return rows.map(({ recipient, subjectKind, sealedContent }) => {
    const { subject, text, language, link } = mailContentSchema.parse(
      JSON.parse(services.unseal(sealedContent ?? new Uint8Array())),
    );
    return { recipient, subjectKind, subject, text, language, path: link?.path };
  });
}
