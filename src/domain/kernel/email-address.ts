import type { FieldProblem } from "./field-problem";
import type { Result } from "./result";
import { failed, ok } from "./result";
import { findForbiddenCharacter } from "./text";

/** A deliverable address in its one stored form: lower case, the domain in ASCII (IDNA), at most 254 characters. */
export type EmailAddress = {
  readonly address: string;
  readonly localPart: string;
  readonly domain: string;
};

/** RFC 5321, 4.5.3.1: the longest address that fits a mail path, the longest local part and the longest domain. */
const addressLengthMax = 254;
const localPartLengthMax = 64;
const domainLengthMax = 253;

/** Dot-atom of RFC 5321; quoted local parts are refused because they carry blanks, quotes and @ into other systems. */
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const hostLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const topLevelLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Letters, marks and digits of any script, with the dots and hyphens between them: what IDNA may be asked about. */
const internationalName = /^(?:[\p{L}\p{M}\p{N}.\u00B7\u30FB-]|\u200C|\u200D)+$/u;

/**
 * Writes a domain in lower-case ASCII, or gives `null` when it is not a host name of at least two labels. A domain that
 * changes under compatibility normalisation (full-width letters, ideographic full stops, ligatures, the Kelvin sign) is
 * `null` too: it would name another host than the one the reader sees.
 */
export function toAsciiDomain(raw: string): string | null {
  if (raw === "" || raw.length > domainLengthMax || hidesAscii(raw)) return null;
  const text = raw.normalize("NFC").toLowerCase();
  const ascii = /^[a-z0-9.-]+$/.test(text) ? text : idnaAsciiOf(text);
  if (ascii === null || ascii.length > domainLengthMax) return null;
  const labels = ascii.split(".");
  if (labels.length < 2 || !labels.every((label) => hostLabel.test(label))) return null;
  return topLevelLabel.test(labels.at(-1) ?? "") ? ascii : null;
}

/** Whether some character only becomes plain text by compatibility mapping or by being lowered. */
function hidesAscii(text: string): boolean {
  if (text.normalize("NFC") !== text.normalize("NFKC")) return true;
  return [...text].some((char) => char > "\u007f" && /^[!-~]+$/.test(char.normalize("NFKC")));
}

/** The host that the URL standard's IDNA processing makes of a domain, or `null` when it refuses it. */
function idnaAsciiOf(domain: string): string | null {
  if (!internationalName.test(domain)) return null;
  return URL.canParse(`http://${domain}/`) ? new URL(`http://${domain}/`).hostname : null;
}

/** Whether a domain is the other one or one of its subdomains; both in the form of {@link toAsciiDomain}. */
export function isWithinDomain(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}

/**
 * Parses an e-mail address typed by a person. Refuses, by code: `email.required`, `text.control_character` and its kin
 * (line breaks would forge mail headers), `email.too_long` (`max`), `email.format` (no or several @, display names,
 * comments, blanks, quoted or non-ASCII local parts), `email.domain` (not a host name, an IP literal, no top level, a
 * look-alike under NFKC). The local part is lowered: two users never differ by case alone.
 */
export function parseEmailAddress(field: string, raw: string): Result<EmailAddress, FieldProblem> {
  const text = raw.trim();
  if (text === "") return failed({ field, code: "email.required" });
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) return failed({ field, code: forbidden });
  if (text.length > addressLengthMax) {
    return failed({ field, code: "email.too_long", params: { max: addressLengthMax } });
  }
  const [rawLocalPart = "", rawDomain = "", ...rest] = text.split("@");
  const isLocalPart = rawLocalPart.length <= localPartLengthMax && dotAtom.test(rawLocalPart);
  if (!isLocalPart || rawDomain === "" || rest.length > 0) return failed({ field, code: "email.format" });
  const domain = toAsciiDomain(rawDomain);
  if (domain === null) return failed({ field, code: "email.domain" });
  const localPart = rawLocalPart.toLowerCase();
  const address = `${localPart}@${domain}`;
  if (address.length > addressLengthMax) {
    return failed({ field, code: "email.too_long", params: { max: addressLengthMax } });
  }
  return ok({ address, localPart, domain });
}
