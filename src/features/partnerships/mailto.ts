/** Mail programs and browsers cut longer addresses (S-05). */
const mailtoLengthMax = 2_000;

/** What an e-mail opened in a mail program begins with. */
export type MailtoDraft = {
  /** Empty leaves the recipient to the mail program. */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** What is handed over instead of a text that is too long. */
  readonly link: string;
};

function encodedAddress(recipient: string): string {
  return encodeURIComponent(recipient.trim()).replaceAll("%40", "@");
}

function mailto({ recipient, subject }: MailtoDraft, body: string): string {
  const lines = body.replace(/\r\n?|\n/g, "\r\n");
  return `mailto:${encodedAddress(recipient)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/**
 * The address that opens a mail program with recipient, subject and text, as RFC 6068 writes it. Beyond 2,000 characters
 * the text is replaced by the link alone, and `shortened` says so.
 */
export function mailtoOf(draft: MailtoDraft): { readonly href: string; readonly shortened: boolean } {
  const whole = mailto(draft, draft.text);
  if (whole.length <= mailtoLengthMax) return { href: whole, shortened: false };
  return { href: mailto(draft, draft.link), shortened: true };
}
