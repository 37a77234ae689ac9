import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { changePassword } from "#/domain/identity/operations/change-password";
import { anIndirectProvider, aPersonWith } from "../../support/builders";
import { owner } from "../../support/database";
import { runAs, valueIn } from "../../support/run";

test("S8: the record of a repeated form holds nothing that its passwords could be tried against", async () => {
  const person = await aPersonWith(await anIndirectProvider().create(), ["admin_agent"], {
    password: "correct horse battery staple",
  });
  const input = {
    currentPassword: "correct horse battery staple",
    newPassword: "another long passphrase",
    repeatedPassword: "another long passphrase",
  };
  valueIn(await runAs(person, changePassword, input, { key: "a-form-sent-once-0001" }));
  const { rows } = await owner.query<{ input_hash: Buffer }>(
    "select input_hash from idempotency_record where actor_id = $1",
    [person.userId],
  );
  expect(rows).toHaveLength(1);
  const plain = createHash("sha256").update(JSON.stringify(input)).digest();
  expect(rows[0]?.input_hash).toHaveLength(32);
  expect(rows[0]?.input_hash.equals(plain)).toBe(false);
});
