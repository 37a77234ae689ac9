import { newId } from "#/domain/kernel/ids";
import { fixtures } from "./database";

/** The id of a published agreement in English; made when this database has none yet. */
export async function anAgreementTemplate(type: "partner_agreement" | "customer_agreement"): Promise<string> {
  const known = await fixtures.agreementTemplate.findFirst({
    where: { type, language: "en" },
    orderBy: { versionRank: "desc" },
  });
  if (known) return known.id;
  const id = newId();
  await fixtures.agreementTemplate.create({
    data: { id, type, versionRank: 1, language: "en", title: "Agreement", body: "What both sides promise." },
  });
  return id;
}
