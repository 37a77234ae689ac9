import { createHash } from "node:crypto";

/** The id of a thing in the demo, the same in every installation: a UUID (version 8) made from its kind and name. */
export function demoId(kind: string, name: string): string {
  const hex = createHash("sha256").update(`twotier demo ${kind} ${name}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
