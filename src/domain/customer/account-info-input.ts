import { z } from "zod";
import { idSchema } from "#/domain/kernel/ids";
import { attestationInput } from "./agreement-attestation";

/** Far above every limit of the form, so that the field's own message tells the limit, and no parser meets megabytes. */
const rawText = z.string().max(2000);

/**
 * The special qualifications a new customer may be marked with (S-10). `nonprofit` is granted by the vendor and only
 * shown; it is listed so that asking for it gets an answer of its own.
 */
export const qualifications = [
  "none",
  "education_k12",
  "education_higher",
  "government",
  "state_owned",
  "nonprofit",
] as const;

/** One of the special qualifications of a customer. */
export type Qualification = (typeof qualifications)[number];

/** Tags of one customer (R65). */
export const tagCountMax = 150;

/**
 * The **Account info** step of **New customer** as it is submitted (S-10): the shape alone, and strict, so a field that is
 * not on the form is refused. What the texts say is judged by `parseAccountInfo`. A form may name its fields with dots:
 * `address.line1`, `contact.email`, `agreement.acceptedOn`.
 */
export const accountInfoInput = z.strictObject({
  companyName: rawText,
  domainPrefix: rawText,
  address: z.strictObject({
    country: rawText,
    line1: rawText,
    line2: rawText.optional(),
    city: rawText,
    state: rawText.optional(),
    postalCode: rawText.optional(),
  }),
  registrationId: rawText.optional(),
  contact: z.strictObject({
    firstName: rawText,
    middleName: rawText.optional(),
    lastName: rawText,
    email: rawText,
    phone: rawText.optional(),
  }),
  language: rawText,
  culture: rawText,
  qualification: z.enum(qualifications).default("none"),
  /** The code a government customer was given; nobody else has one. */
  qualificationCode: rawText.optional(),
  /** The indirect reseller the customer is associated with; `null` makes a direct customer of the provider (R41). */
  resellerId: idSchema.nullable(),
  agreement: z.discriminatedUnion("method", [
    attestationInput.extend({ method: z.literal("attested") }),
    z.strictObject({ method: z.literal("direct") }),
  ]),
  tags: z.array(rawText).max(tagCountMax).default([]),
  /** *Create a default admin relationship*: on unless the user takes the tick away. */
  createsAdminRelationship: z.boolean().default(true),
});

/** The step as submitted, its shape checked. */
export type AccountInfoInput = z.output<typeof accountInfoInput>;
