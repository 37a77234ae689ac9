import type { MailContent } from "#/domain/kernel/mail";
import { lookUp } from "../i18n/look-up";

/** Where the portal is and what it is called; every link of a mail leads there. */
export type MailIdentity = { readonly origin: string; readonly productName: string };

/** The two bodies of a mail. */
export type RenderedMail = { readonly text: string; readonly html: string };

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => escapes[char] ?? "");
}

/** Addresses of the portal become links; whatever else looks like one stays plain text. */
function paragraphHtml(paragraph: string, origin: string): string {
  const own = new RegExp(`${RegExp.escape(origin)}(?:/[\\x21-\\x7e]*)?(?![\\w.:@-])`, "g");
  let html = "";
  let end = 0;
  for (const match of paragraph.matchAll(own)) {
    const address = match[0].replace(/[.,;:!?)\]>]+$/, "");
    html += escapeHtml(paragraph.slice(end, match.index));
    html += `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    end = match.index + address.length;
  }
  html += escapeHtml(paragraph.slice(end));
  return `<p>${html.replaceAll("\n", "<br>\n")}</p>`;
}

/** The colours of the interface, written out: mail programs know neither its variables nor its style sheet. */
const style = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;background:#f4f7f9;color:#152025;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.page{max-width:600px;margin:0 auto;padding:24px 16px}
.brand{font-weight:600;padding:0 4px 16px}
.mark{display:inline-block;width:20px;margin-right:9px;vertical-align:-2px}
.tier{display:block;height:7px;border-radius:3px;background:#7bb4bd}
.upper{width:11px;margin-bottom:2px;background:#006776}
.sheet{background:#ffffff;border:1px solid #dde4e7;border-radius:12px;padding:24px}
.sheet p{margin:0 0 16px;overflow-wrap:anywhere}
.sheet p:last-child{margin:0}
.sheet a{color:#006273}
.sheet .action{display:inline-block;margin-top:4px;background:#006776;color:#ffffff;text-decoration:none;border-radius:8px;padding:11px 18px;font-weight:600}
.foot{color:#455259;font-size:13px;padding:16px 4px}
@media (prefers-color-scheme:dark){
body{background:#0b1214;color:#e9eef0}
.tier{background:#2a6a71}
.upper{background:#4fc5cb}
.sheet{background:#131b1e;border-color:#263034}
.sheet a{color:#72d7dc}
.sheet .action{background:#48b0b9;color:#02171c}
.foot{color:#aeb8bc}
}`;

const mark =
  '<span class="mark" aria-hidden="true"><span class="tier upper"></span><span class="tier"></span></span>';

/**
 * Writes a mail as plain text and as accessible HTML: language and title set, one column, readable in dark, no picture
 * and nothing fetched from anywhere. The text is the same in both.
 */
export function renderMail(content: MailContent, { origin, productName }: MailIdentity): RenderedMail {
  const host = new URL(origin).host;
  const { replyTo } = content;
  const footer =
    replyTo === undefined
      ? lookUp(content.language, "mails", "footer", { product: productName, host })
      : lookUp(content.language, "mails", "footer_with_reply", { product: productName, host, replyTo });
  const address = content.link ? linkTo(content.link.path, origin) : undefined;
  const paragraphs = content.text.split(/\n{2,}/);
  const action = content.link && address ? `${content.link.label}:\n${address}` : undefined;
  const text = [...paragraphs, ...(action ? [action] : []), `-- \n${footer ?? ""}`].join("\n\n");
  const button =
    content.link && address
      ? `<p><a class="action" href="${escapeHtml(address)}">${escapeHtml(content.link.label)}</a></p>`
      : "";
  const html = `<!doctype html>
<html lang="${content.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>${style}
</style>
</head>
<body>
<div class="page" role="article" aria-label="${escapeHtml(content.subject)}">
<div class="brand">${mark}${escapeHtml(productName)}</div>
<div class="sheet">
${paragraphs.map((paragraph) => paragraphHtml(paragraph, origin)).join("\n")}
${button}
</div>
<div class="foot">${escapeHtml(footer ?? "")}</div>
</div>
</body>
</html>
`;
  return { text: `${text}\n`, html };
}

/** The address of a page of the portal; throws when a path would lead to another host, which composing has refused before. */
function linkTo(path: string, origin: string): string {
  const address = new URL(path, origin);
  if (address.origin !== new URL(origin).origin) throw new Error("a mail's link leads out of the portal");
  return address.href;
}
