import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AgreementType } from "../../src/db/generated/enums";
import type { RecordWriter } from "./records/record-writer";
import { demoId } from "./story/demo-id";

/** The agreements of the demo, in words of our own. */
export const demoAgreements = fileURLToPath(new URL("../data/agreements/", import.meta.url));

type AgreementFile = {
  readonly type: AgreementType;
  readonly versionRank: number;
  readonly language: string;
  readonly title: string;
  readonly body: string;
};

function readAgreement(folder: string, name: string): AgreementFile {
  const [type, version = "", language] = name.split(".");
  const isKnown = type === "partner_agreement" || type === "customer_agreement";
  if (!isKnown || !/^[1-9]\d{0,3}$/.test(version) || (language !== "en" && language !== "it"))
    throw new Error(
      `${name} is no agreement: call it partner_agreement.1.en.md or customer_agreement.1.it.md`,
    );
  const text = readFileSync(join(folder, name), "utf8");
  const [heading = "", ...rest] = text.split("\n");
  return {
    type,
    versionRank: Number(version),
    language,
    title: heading.replace(/^#\s*/, ""),
    body: rest.join("\n").trim(),
  };
}

/** The id of a version of an agreement in a language. */
export function agreementId(type: AgreementType, versionRank: number, language: string): string {
  return demoId("agreement", `${type} ${versionRank} ${language}`);
}

/**
 * Publishes every agreement of a folder, each version in each language, and gives their number; those published before
 * stay as they are, since people have accepted them. Fails at a file that is none.
 */
export async function writeAgreements(db: RecordWriter, folder: string, publishedAt: Date): Promise<number> {
  const agreements = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readAgreement(folder, name));
  const { count } = await db.agreementTemplate.createMany({
    skipDuplicates: true,
    data: agreements.map((agreement) => ({
      ...agreement,
      id: agreementId(agreement.type, agreement.versionRank, agreement.language),
      createdAt: publishedAt,
    })),
  });
  return count;
}
