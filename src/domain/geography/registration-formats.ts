import {
  isValidBelarusianUnp,
  isValidBrazilianCnpj,
  isValidHungarianTaxNumber,
  isValidItalianVatNumber,
  isValidPolishNip,
  isValidRussianInn,
} from "./check-digits";

/** How a country's business registration number is written: capitals, without blanks, dots and hyphens. */
export type RegistrationFormat = {
  readonly pattern: RegExp;
  readonly example: string;
  /** Absent where the rule of the check digits is not published or not certain. */
  readonly hasValidCheckDigits?: (number: string) => boolean;
};

/**
 * Registration numbers whose format is known, by country (Appendix E). Iraq, Myanmar and South Sudan publish none: there
 * any letters and digits are taken. A number of a person (Brazilian CPF, Indian PAN of an individual) does not fit.
 */
export const registrationFormats: Readonly<Record<string, RegistrationFormat>> = {
  AE: { pattern: /^\d{15}$/, example: "100123456700003" },
  AM: { pattern: /^(?:\d{8}(?:\/\d)?|\d{10})$/, example: "01234567" },
  AZ: { pattern: /^\d{10}$/, example: "1234567891" },
  BR: {
    pattern: /^[0-9A-Z]{12}\d{2}$/,
    example: "11222333000181",
    hasValidCheckDigits: isValidBrazilianCnpj,
  },
  BY: { pattern: /^\d{9}$/, example: "100582333", hasValidCheckDigits: isValidBelarusianUnp },
  HU: { pattern: /^\d{8}(?:\d{3})?$/, example: "12892312", hasValidCheckDigits: isValidHungarianTaxNumber },
  IN: { pattern: /^[A-Z]{3}[ABCFGHJLT][A-Z]\d{4}[A-Z]$/, example: "AAACR5055K" },
  IT: { pattern: /^\d{11}$/, example: "00743110157", hasValidCheckDigits: isValidItalianVatNumber },
  KG: { pattern: /^\d{14}$/, example: "01234567890123" },
  KZ: { pattern: /^\d{12}$/, example: "123456789012" },
  MD: { pattern: /^\d{13}$/, example: "1008600038413" },
  PL: { pattern: /^\d{10}$/, example: "8567346215", hasValidCheckDigits: isValidPolishNip },
  RU: { pattern: /^(?:\d{10}|\d{12})$/, example: "7707083893", hasValidCheckDigits: isValidRussianInn },
  SA: { pattern: /^(?:\d{10}|3\d{13}3)$/, example: "3012345678" },
  TH: { pattern: /^\d{13}$/, example: "0994000617721" },
  TJ: { pattern: /^\d{9,10}$/, example: "012345678" },
  TR: { pattern: /^\d{10,11}$/, example: "4540536920" },
  UA: { pattern: /^\d{8}$/, example: "32855961" },
  UZ: { pattern: /^\d{9}$/, example: "123456789" },
  VE: { pattern: /^[CEGJPV]\d{8,9}$/, example: "J070133805" },
  VN: { pattern: /^\d{10}(?:\d{3})?$/, example: "0100233488" },
  ZA: { pattern: /^\d{10}$/, example: "0001339050" },
};
