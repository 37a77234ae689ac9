import type { z } from "zod";
import type { createCustomer } from "#/domain/customer/operations/create-customer";
import { newId } from "#/domain/kernel/ids";
import { fixtures } from "../../support/database";
import { uniqueWord } from "../../support/unique";

/** What the wizard sends. */
export type CreationInput = z.input<typeof createCustomer.input>;
/** The **Account info** step. */
export type Account = CreationInput["account"];

/** Keeps a text of the Customer Agreement, as the vendor's data brings it. */
export async function anAgreementText(): Promise<void> {
  const key = { type: "customer_agreement", versionRank: 1, language: "en" } as const;
  await fixtures.agreementTemplate.upsert({
    where: { type_versionRank_language: key },
    update: {},
    create: { ...key, id: newId(), title: "Customer Agreement", body: "The text." },
  });
}

/** A valid **Account info** in Italy, attested, for a company nobody else has; any part may be replaced. */
export function anAccount(change: Partial<Account> = {}): Account {
  const word = uniqueWord();
  return {
    companyName: `Società ${word} S.p.A.`,
    domainPrefix: word,
    address: { country: "IT", line1: "Via Roma 1", city: "Milano", state: "MI", postalCode: "20121" },
    contact: { firstName: "Ada", lastName: "Bianchi", email: `ada@${word}.example`, phone: "02 1234 5678" },
    language: "it",
    culture: "it-IT",
    resellerId: null,
    agreement: {
      method: "attested",
      isAttested: true,
      acceptedOn: "2026-01-15",
      signatoryFirstName: "Ada",
      signatoryLastName: "Bianchi",
      signatoryEmail: `ada@${word}.example`,
    },
    ...change,
  };
}

/** The whole submission without an order. */
export function withoutOrder(account: Account): CreationInput {
  return { account, order: null };
}
