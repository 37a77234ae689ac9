import type { z } from "zod";
import type { accountInfoInput } from "#/domain/customer/account-info-input";

/** The texts of the **Account info** step by the names of their controls; ticked boxes hold `true`. */
export type AccountValues = Readonly<Record<string, string>>;

/** The value of the reseller control that stands for a direct customer of the provider (R41). */
export const noReseller = "none";

type AccountInput = z.input<typeof accountInfoInput>;

/** Puts the step's texts into the shape the server judges; nothing is checked here. */
export function toAccountInput(values: AccountValues): AccountInput {
  const text = (name: string) => values[name] ?? "";
  const reseller = text("resellerId");
  return {
    companyName: text("companyName"),
    domainPrefix: text("domainPrefix"),
    address: {
      country: text("address.country"),
      line1: text("address.line1"),
      line2: text("address.line2"),
      city: text("address.city"),
      state: text("address.state"),
      postalCode: text("address.postalCode"),
    },
    registrationId: text("registrationId"),
    contact: {
      firstName: text("contact.firstName"),
      middleName: text("contact.middleName"),
      lastName: text("contact.lastName"),
      email: text("contact.email"),
      phone: text("contact.phone"),
    },
    language: text("language"),
    culture: text("culture"),
    qualification: (text("qualification") || "none") as AccountInput["qualification"],
    qualificationCode: text("qualification") === "government" ? text("qualificationCode") : "",
    resellerId: reseller === "" || reseller === noReseller ? null : reseller,
    agreement:
      text("agreement.method") === "attested"
        ? {
            method: "attested",
            isAttested: text("agreement.isAttested") === "true",
            acceptedOn: text("agreement.acceptedOn"),
            signatoryFirstName: text("agreement.signatoryFirstName"),
            signatoryLastName: text("agreement.signatoryLastName"),
            signatoryEmail: text("agreement.signatoryEmail"),
            signatoryPhone: text("agreement.signatoryPhone"),
          }
        : { method: "direct" },
  };
}

/** The segment of the price lists the chosen qualification opens, as the catalogue asks for it. */
export function segmentChosen(values: AccountValues): "none" | "education" | "government" {
  const qualification = values.qualification ?? "none";
  if (qualification.startsWith("education")) return "education";
  return qualification === "government" || qualification === "state_owned" ? "government" : "none";
}

/** The reseller the customer will be associated with, `null` for a direct customer. */
export function resellerChosen(values: AccountValues): string | null {
  return toAccountInput(values).resellerId;
}

/** Whether anybody typed something that would be lost: other than what the form proposed. */
export function differs(values: AccountValues, proposed: AccountValues): boolean {
  return Object.entries(values).some(([name, value]) => value !== (proposed[name] ?? ""));
}

/** Reads every control of a form by name; the framework's own fields are left out. */
export function readValues(form: FormData): AccountValues {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && name !== "idempotencyKey") values[name] = value;
  }
  return values;
}
