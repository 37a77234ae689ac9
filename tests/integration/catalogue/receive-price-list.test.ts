import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { listImports } from "#/domain/catalogue/queries/list-imports";
import { readFilePiece } from "#/domain/catalogue/queries/read-file-piece";
import { readImport } from "#/domain/catalogue/queries/read-import";
import { ReceivedFile } from "#/domain/catalogue/received-file";
import { newId } from "#/domain/kernel/ids";
import { systemActor } from "../../support/actors";
import {
  anIndirectProvider,
  anIndirectReseller,
  aTenant,
  aVendorOperator,
  type BuiltOrganisation,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { forgetImports } from "../../support/price-list-imports";
import { fileOf, rowOf } from "../../support/price-list-text";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";

let vendor: BuiltOrganisation;

beforeAll(async () => {
  vendor = await aVendorOperator().create();
});
afterAll(forgetImports);

async function fileFrom(content: string | Uint8Array) {
  async function* pieces() {
    yield typeof content === "string" ? Buffer.from(content) : content;
  }
  const file = await ReceivedFile.read(pieces(), 64_000_000);
  if (!file.ok) throw new Error(file.failure.code);
  return file.value;
}

describe("a file handed in", () => {
  test("waits whole, in pieces, with who brought it and an audit record", async () => {
    const content = Buffer.alloc(600_000, "abc");
    const file = await fileFrom(content);
    const { importId } = valueIn(
      await runAs(vendor.admin, receivePriceList, { fileName: "C:\\lists\\list.csv", kind: "current", file }),
    );
    expect(valueIn(await queryAs(vendor.admin, readImport, { importId }))).toMatchObject({
      fileName: "list.csv",
      status: "queued",
      bytesTotal: 600_000,
      startedByName: vendor.admin.name,
      finishedAt: null,
    });
    const stored: Uint8Array[] = [];
    for (let position = 0; ; position += 1) {
      const piece = valueIn(await queryAs(systemActor, readFilePiece, { importId, position }));
      if (piece === null) break;
      stored.push(piece);
    }
    expect(stored.length).toBe(10);
    expect(Buffer.concat(stored).equals(content)).toBe(true);
    const audited = await fixtures.auditRecord.findMany({ where: { resourceId: importId } });
    expect(audited).toMatchObject([
      { operation: "price_list.receive", outcome: "succeeded", actorUserId: vendor.admin.userId },
    ]);
  });

  test("twice with one key is one import; with the key of another file it is refused", async () => {
    const key = newId();
    const file = await fileFrom(fileOf([rowOf()]));
    const send = (given: ReceivedFile) =>
      runAs(vendor.admin, receivePriceList, { fileName: "a.csv", kind: "current", file: given }, { key });
    const first = valueIn(await send(file));
    expect(valueIn(await send(file))).toEqual(first);
    expect(refusalCodeIn(await send(await fileFrom("other")))).toBe("conflict.key_reused");
  });

  test.each([
    ["", "x", "fileName:text.required"],
    ["folder/", "x", "fileName:text.required"],
    ["a\u0000.csv", "x", "fileName:text.control_character"],
    ["a\u202e.csv", "x", "fileName:text.direction_control"],
    [`${"a".repeat(256)}.csv`, "x", "fileName:text.too_long"],
    ["a.csv", "", "file:price_list.file.empty"],
  ])("called %j with %j in it is refused and leaves nothing behind", async (fileName, content, code) => {
    const before = await databaseDigest("audit_record");
    const file = await fileFrom(content);
    const result = await runAs(vendor.admin, receivePriceList, { fileName, kind: "current", file });
    expect(refusalCodeIn(result)).toBe(code);
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("over the limit is not read on", async () => {
    let taken = 0;
    async function* endless() {
      for (; ; taken += 1) yield new Uint8Array(1_000);
    }
    expect(await ReceivedFile.read(endless(), 10_000)).toEqual({
      ok: false,
      failure: { code: "price_list.file_too_large", maxBytes: 10_000 },
    });
    expect(taken).toBeLessThan(12);
  });
});

describe("who may", () => {
  const roles = [
    ["operator_admin", true],
    ["catalogue_manager", true],
    ["vetting_agent", false],
    ["support_engineer", false],
    ["representative", false],
  ] as const;

  test.each(roles)("at the vendor operator, a %s: %s", async (role, isAllowed) => {
    const file = await fileFrom(fileOf([rowOf()]));
    const person = vendor.as(role);
    const received = await runAs(person, receivePriceList, { fileName: "a.csv", kind: "current", file });
    const listed = await queryAs(person, listImports, {});
    expect([received.ok, listed.ok]).toEqual([isAllowed, isAllowed]);
    if (!isAllowed) expect(refusalCodeIn(received)).toBe("access.role_missing");
  });

  test("no other kind of organisation, whatever the role, and no stranger", async () => {
    const file = await fileFrom(fileOf([rowOf()]));
    const others = await Promise.all(
      [anIndirectProvider(), anIndirectReseller(), aTenant()].map((builder) => builder.create()),
    );
    for (const { admin } of others) {
      const received = await runAs(admin, receivePriceList, { fileName: "a.csv", kind: "current", file });
      expect(refusalCodeIn(received)).toBe("access.organisation_kind");
      expect(refusalCodeIn(await queryAs(admin, listImports, {}))).toBe("access.organisation_kind");
    }
    expect(refusalCodeIn(await queryAs({ kind: "visitor" }, listImports, {}))).toBe("unauthenticated");
  });

  test("the vendor's people cannot read a stored file back, even where the code forgets to ask", async () => {
    const file = await fileFrom(fileOf([rowOf()]));
    const input = { fileName: "a.csv", kind: "current", file } as const;
    const { importId } = valueIn(await runAs(vendor.admin, receivePriceList, input));
    await expect(queryAs(vendor.admin, readFilePiece, { importId, position: 0 })).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("the list of imports", () => {
  test("shows the newest first and pages without a gap or a repeat", async () => {
    const file = await fileFrom(fileOf([rowOf()]));
    for (let index = 0; index < 45; index += 1) {
      valueIn(
        await runAs(vendor.admin, receivePriceList, { fileName: `${index}.csv`, kind: "preview", file }),
      );
    }
    const first = valueIn(await queryAs(vendor.admin, listImports, { kind: "preview" }));
    const cursor = first.next ?? "";
    const second = valueIn(await queryAs(vendor.admin, listImports, { kind: "preview", cursor }));
    const names = [...first.items, ...second.items].map((item) => item.fileName);
    expect(names).toEqual(Array.from({ length: 45 }, (_, index) => `${44 - index}.csv`));
    const back = valueIn(
      await queryAs(vendor.admin, listImports, { kind: "preview", cursor: second.previous ?? "" }),
    );
    expect(back.items.map((item) => item.id)).toEqual(first.items.map((item) => item.id));
  });
});
