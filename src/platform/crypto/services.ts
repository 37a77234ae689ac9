import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from "node:crypto";
import argon2 from "argon2";
import type { Services } from "#/domain/operation";
import { env } from "../env";

const argonOptions = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** No look-alikes (0 O 1 l I), so that it can be read out over a telephone. */
const passwordAlphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

let sealingKey: Buffer | undefined;
function keyForSealing(): Buffer {
  sealingKey ??= Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "twotier sealed content", 32));
  return sealingKey;
}

/** Encrypts text with AES-256-GCM under a key derived from AUTH_SECRET; layout: 12 bytes nonce, 16 bytes tag, text. */
export function seal(text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyForSealing(), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Reads back what `seal` made; throws when it was altered or sealed under another secret. */
export function unseal(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyForSealing(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** The 32 bytes under which a token is stored; the token itself never is (decision 9). */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

let fingerprintKey: Buffer | undefined;

/**
 * The 32 bytes by which a repeated request is told from another one. Keyed, since requests hold passwords: from the bytes
 * alone nobody can try what they were made of.
 */
export function fingerprintOf(text: string): Buffer {
  fingerprintKey ??= Buffer.from(
    hkdfSync("sha256", env().AUTH_SECRET, "", "twotier request fingerprint", 32),
  );
  return createHmac("sha256", fingerprintKey).update(text).digest();
}

/** Hashes a password with argon2id, 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password.normalize("NFC"), argonOptions);
}

let dummyHash: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash it takes as long as with one and answers no, so that timing
 * tells nothing about which accounts exist (S9).
 */
export async function verifyPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await argon2.verify(hash ?? (await dummyHash), password.normalize("NFC"));
  return matches && Boolean(hash);
}

function newTemporaryPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => passwordAlphabet[randomInt(passwordAlphabet.length)]).join("");
  return `${group()}-${group()}-${group()}-${group()}`;
}

/** The real randomness and cryptography given to operations; what needs the database is added by the runtime. */
export const services: Omit<Services, "provePassword"> = {
  newToken: () => randomBytes(32).toString("base64url"),
  hashToken,
  seal,
  unseal,
  portalAddress: (path) => `${env().APP_ORIGIN}${path}`,
  tenantDomainSuffix: () => env().TENANT_DOMAIN_SUFFIX,
  newTemporaryPassword,
  hashPassword,
};
