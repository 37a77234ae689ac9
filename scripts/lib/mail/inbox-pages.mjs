const style = `
  :root { color-scheme: light dark; --line: #767676; --soft: #f3f3f3; --link: #0b57d0; }
  @media (prefers-color-scheme: dark) { :root { --line: #8a8a8a; --soft: #2a2a2a; --link: #a8c7fa; } }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
  a { color: var(--link); }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
  form { margin: 1rem 0; display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; }
  input, button { font: inherit; padding: .3rem .6rem; min-height: 2rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
  iframe { width: 100%; height: 60vh; border: 1px solid var(--line); background: #fff; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: .8rem; }
`;

/** The newest messages first, with the filter by address. */
export function listPage(messages, to) {
  const rows = messages.map(
    ({ id, receivedAt, from, to: recipients, subject }) =>
      `<tr><td><time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace("T", " ")}</time></td><td>${escapeHtml(from)}</td><td>${escapeHtml(recipients.join(", "))}</td><td><a href="/messages/${id}">${escapeHtml(subject || "(no subject)")}</a></td></tr>`,
  );
  const list = messages.length
    ? `<table><caption>${messages.length} ${messages.length === 1 ? "message" : "messages"}${to ? ` to ${escapeHtml(to)}` : ""}</caption><thead><tr><th scope="col">Received (UTC)</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
    : `<p>No mail${to ? ` to ${escapeHtml(to)}` : ""} yet. What the portal sends appears here; reload the page to look again.</p>`;
  return page(
    "Local mail inbox",
    `<form method="get" action="/"><label for="to">To address</label> <input id="to" name="to" type="email" value="${escapeHtml(to ?? "")}"> <button>Show</button> <a href="/">Show all</a></form>${list}`,
  );
}

/** One message: its headers, its formatted body in a sandboxed frame, and its text with links that can be followed. */
export function messagePage({ id, receivedAt, from, to, subject, text, html, attachments }) {
  const files = attachments.map(
    ({ filename, contentType, size }) => `${escapeHtml(filename ?? contentType)} (${size} bytes)`,
  );
  const frame = html
    ? `<h2>Formatted</h2><iframe title="Formatted message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${id}/body"></iframe>`
    : "";
  return page(
    subject || "(no subject)",
    `<p><a href="/">All messages</a></p>
<dl><dt>From</dt><dd>${escapeHtml(from)}</dd><dt>To</dt><dd>${to.map((address) => `<a href="/?to=${encodeURIComponent(address)}">${escapeHtml(address)}</a>`).join(", ")}</dd><dt>Received (UTC)</dt><dd>${receivedAt}</dd>${files.length ? `<dt>Attachments</dt><dd>${files.join(", ")}</dd>` : ""}</dl>
${frame}<h2>Text</h2><pre>${withLinks(text)}</pre><p><a href="/messages/${id}/source">Source</a></p>`,
  );
}

/** The formatted body as it came; its links open in a new tab. */
export function messageBody({ html, text }) {
  return `<!doctype html><base target="_blank">${html ?? `<pre>${escapeHtml(text)}</pre>`}`;
}

/** A page that says what is wrong. */
export function errorPage(message) {
  return page("Local mail inbox", `<p>${escapeHtml(message)}</p><p><a href="/">All messages</a></p>`);
}

function page(title, content) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
}

function withLinks(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) =>
      i % 2 === 1
        ? `<a href="${escapeHtml(part)}" target="_blank" rel="noreferrer">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join("");
}

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
