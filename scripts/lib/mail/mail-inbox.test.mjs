import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "../ports.mjs";
import { createInboxServer } from "./inbox-server.mjs";
import { createMailServer } from "./mail-server.mjs";
import { openMailStore } from "./mail-store.mjs";

const folder = mkdtempSync(join(tmpdir(), "inbox-"));
let inbox;
let address;
let transport;

beforeAll(async () => {
  const store = await openMailStore(folder);
  const mail = createMailServer(store);
  const smtpPort = await freePort();
  await mail.listen(smtpPort, "127.0.0.1");
  inbox = createInboxServer(store, mail);
  await new Promise((resolve) => inbox.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${inbox.address().port}`;
  transport = createTransport({ host: "127.0.0.1", port: smtpPort, socketTimeout: 500 });
});

afterEach(() => setMode("accept"));

afterAll(() => {
  inbox.close();
  rmSync(folder, { recursive: true });
});

function send(to, more = {}) {
  return transport.sendMail({
    from: "portal@twotier.example",
    to,
    subject: "Invitation",
    text: "Hello",
    ...more,
  });
}

async function messages(to) {
  const response = await fetch(`${address}/messages${to ? `?to=${encodeURIComponent(to)}` : ""}`);
  return response.json();
}

function setMode(mode) {
  return fetch(`${address}/mode`, { method: "POST", body: JSON.stringify({ mode }) });
}

test("a mail is found under each of its recipients, also the blind ones, whatever the case of the address", async () => {
  await send("Anna@Reseller.example", { bcc: "copy@provider.example", html: "<p>Hello</p>" });
  const [message] = await messages("anna@reseller.EXAMPLE");
  expect(message).toMatchObject({ subject: "Invitation", text: "Hello", html: "<p>Hello</p>" });
  expect(await messages("copy@provider.example")).toHaveLength(1);
  expect(await messages("nobody@reseller.example")).toEqual([]);
});

test("mail that was accepted is still there after a restart", async () => {
  await send("kept@reseller.example");
  const reopened = await openMailStore(folder);
  expect(reopened.list("kept@reseller.example")).toHaveLength(1);
});

test("told to refuse, it refuses for good; told to fail, it asks to come back; told to hang, it says nothing", async () => {
  await setMode("refuse");
  await expect(send("a@b.example")).rejects.toMatchObject({ responseCode: 550 });
  await setMode("tempfail");
  await expect(send("a@b.example")).rejects.toMatchObject({ responseCode: 451 });
  await setMode("hang");
  await expect(send("a@b.example")).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(await messages("a@b.example")).toEqual([]);
});

test("a malformed request gets a 4xx", async () => {
  const post = (body) => fetch(`${address}/mode`, { method: "POST", body }).then(({ status }) => status);
  expect(await post("not json")).toBe(400);
  expect(await post("null")).toBe(400);
  expect(await post('{"mode":"explode"}')).toBe(400);
  expect(await fetch(`${address}/messages/1`).then(({ status }) => status)).toBe(404);
});

test("what a mail contains is shown as text, and its links can be followed", async () => {
  await send("shown@reseller.example", {
    subject: "<script>alert(1)</script>",
    text: 'See http://localhost:3000/a?b=c&d=e "now" <b>',
  });
  const [{ id }] = await messages("shown@reseller.example");
  const response = await fetch(`${address}/messages/${id}`);
  const page = await response.text();
  expect(page).not.toContain("<script>");
  expect(page).toContain('href="http://localhost:3000/a?b=c&#38;d=e"');
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});
