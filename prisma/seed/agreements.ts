import { readdirSync, readFileSync } from "node:fs";
import type { AgreementType } from "../../src/db/generated/enums";
import type { RecordWriter } from "./records/record-writer";
import { demoId } from "./story/demo-id";

const folder = new URL("../data/agreements/", import.meta.url);

type AgreementFile = {
  readonly type: AgreementType;
  readonly versionRank: number;
  readonly language: string;
  readonly title: string;
  readonly body: string;
};

function readAgreement(name: string): AgreementFile {
  const [type, version, language] = name.split(".");
  if (type !== "partner_agreement" && type !== "customer_agreement")
    throw new Error(`${name} is no agreement`);
  const text = readFileSync(new URL(name, folder), "utf8");
  const [heading = "", ...rest] = text.split("\n");
  return {
    type,
    versionRank: Number(version),
    language: language ?? "en",
    title: heading.replace(/^#\s*/, ""),
    body: rest.join("\n").trim(),
  };
}

/** The id of a version of an agreement in a language. */
export function agreementId(type: AgreementType, versionRank: number, language: string): string {
  return demoId("agreement", `${type} ${versionRank} ${language}`);
}

/** Publishes every agreement of `prisma/data/agreements`, each version in each language; those published before stay. */
export async function writeAgreements(db: RecordWriter, publishedAt: Date): Promise<void> {
  const agreements = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map(readAgreement);
  await db.agreementTemplate.createMany({
    skipDuplicates: true,
    data: agreements.map((agreement) => ({
      ...agreement,
      id: agreementId(agreement.type, agreement.versionRank, agreement.language),
      createdAt: publishedAt,
    })),
  });
}
