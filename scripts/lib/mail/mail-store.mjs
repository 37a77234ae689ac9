import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";

const recipientsHeader = "X-Inbox-Recipients";

/**
 * Messages as files in one folder, oldest first. A message counts as accepted only once its file is complete. Opening
 * reads what an earlier run kept.
 */
export async function openMailStore(directory) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const messages = [];
  for (const name of (await readdir(directory)).filter((name) => name.endsWith(".eml")).sort()) {
    messages.push(await toMessage(name, await readFile(join(directory, name))));
  }

  return {
    /** Keeps a message under the envelope's recipients, which also know the blind copies. */
    add: async (raw, recipients) => {
      const name = `${Date.now().toString().padStart(14, "0")}-${randomBytes(4).toString("hex")}.eml`;
      const content = Buffer.concat([Buffer.from(`${recipientsHeader}: ${recipients.join(", ")}\r\n`), raw]);
      await writeFile(join(directory, `${name}.part`), content);
      await rename(join(directory, `${name}.part`), join(directory, name));
      messages.push(await toMessage(name, content));
    },
    /** All messages, or those to one address. */
    list: (to) => {
      const wanted = to?.trim().toLowerCase();
      return wanted ? messages.filter((message) => message.to.includes(wanted)) : [...messages];
    },
    find: (id) => messages.find((message) => message.id === id),
    raw: (id) => readFile(join(directory, `${id}.eml`)),
    clear: async () => {
      const gone = messages.splice(0);
      await Promise.all(gone.map(({ id }) => rm(join(directory, `${id}.eml`), { force: true })));
    },
  };
}

async function toMessage(name, content) {
  const parsed = await simpleParser(content, { skipTextToHtml: true });
  return {
    id: name.replace(/\.eml$/, ""),
    receivedAt: new Date(Number(name.slice(0, 14))).toISOString(),
    messageId: parsed.messageId ?? null,
    from: parsed.from?.text ?? "",
    to: (parsed.headers.get(recipientsHeader.toLowerCase()) ?? "")
      .split(", ")
      .map((address) => address.toLowerCase()),
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html || null,
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]),
    ),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? null,
      contentType,
      size,
    })),
  };
}
