import "server-only";
import { getTranslations } from "next-intl/server";
import type { CreatedCustomer } from "#/domain/customer/operations/create-customer";
import type { CheckedAccountInfo } from "#/domain/customer/queries/check-account-info";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import { Once } from "#/domain/kernel/once";
import type { OrderReview, ReviewedOrder } from "#/domain/ordering/queries/review-order";
import { problemText, toFormState } from "#/platform/i18n/failure-text";
import type { FormState } from "#/ui/form-state";

/** A step of a wizard as judged by the server: the state of its form when something must be corrected. */
export type CheckedStep = {
  readonly refusal: FormState | null;
  /** What looks odd but may be kept (R61), in the reader's language. */
  readonly warnings: readonly string[];
};

async function refusalOf(problems: readonly FieldProblem[]): Promise<FormState | null> {
  return problems.length === 0 ? null : toFormState({ kind: "invalid", problems }, {}, "");
}

/** Problems whose words name no field, such as "Enter a value": in a list of many they need the field's name. */
const nameless = /^text\.|^email\.required$|^person_name\.format$/;

/** Puts the field's label before messages that name none. */
async function withLabels(
  refusal: FormState | null,
  problems: readonly FieldProblem[],
): Promise<FormState | null> {
  if (refusal?.status !== "invalid") return refusal;
  const t = await getTranslations("ordering.account");
  const fields = { ...refusal.fields };
  for (const { field, code } of problems) {
    const key = (field.split(".").at(-1) ?? field) as "companyName";
    const text = fields[field];
    if (text !== undefined && nameless.test(code) && t.has(key)) fields[field] = `${t(key)}: ${text}`;
  }
  return { ...refusal, fields };
}

/** The problems and warnings of **Account info** in the reader's language. */
export async function toCheckedStep({ problems, warnings }: CheckedAccountInfo): Promise<CheckedStep> {
  return {
    refusal: await withLabels(await refusalOf(problems), problems),
    warnings: await Promise.all(warnings.map(problemText)),
  };
}

/** An order as it would be placed now, or the state of the form that has to be corrected first. */
export type ReviewAnswer = { readonly refusal: FormState | null; readonly review: OrderReview | null };

/** The review with its problems in the reader's language. */
export async function toReviewAnswer({ review, problems }: ReviewedOrder): Promise<ReviewAnswer> {
  return { review, refusal: await refusalOf(problems) };
}

/** A created customer for the browser. The password is in it once: a repeated submission finds none (R11). */
export type ShownCustomer = Omit<CreatedCustomer, "temporaryPassword"> & {
  readonly temporaryPassword: string | null;
};

/** Reveals the temporary password to the one answer that shows it. */
export function toCreatedCustomer(created: CreatedCustomer): ShownCustomer {
  const { temporaryPassword } = created;
  return {
    ...created,
    temporaryPassword: temporaryPassword instanceof Once ? temporaryPassword.reveal() : null,
  };
}

/** Whether a domain may be used, and if not, why, in the reader's language. */
export type DomainAnswer = { readonly domain: string; readonly problem: string | null };

/** The answer to a domain prefix while it is typed. */
export async function toDomainAnswer(found: {
  readonly domain: string;
  readonly isFree: boolean;
}): Promise<DomainAnswer> {
  const taken = { field: "domainPrefix", code: "customer.domain_taken" };
  return { domain: found.domain, problem: found.isFree ? null : await problemText(taken) };
}
