import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { ImportKind } from "#/domain/catalogue/model";
import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { readImport } from "#/domain/catalogue/queries/read-import";
import { readImportProgress } from "#/domain/catalogue/queries/read-import-progress";
import { ReceivedFile } from "#/domain/catalogue/received-file";
import { markets } from "#/domain/geography/markets";
import { importPriceLists } from "#/worker/jobs/import-price-lists";
import { publishImport } from "#/worker/price-lists/publish-import";
import { systemActor } from "../../support/actors";
import { owner } from "../../support/database";
import { catalogueDigest, forgetImports, importBytes, importShipped } from "../../support/price-list-imports";
import { fileOf, rowOf } from "../../support/price-list-text";
import { queryAs, runAs, valueIn } from "../../support/run";
import { runtime } from "../../support/runtime";

beforeEach(forgetImports);
afterAll(forgetImports);

const context = { correlationId: "test", source: "job" } as const;

/** A list of so many SKUs, all at one price. */
function listAt(unitPrice: string, count = 1_200): string {
  return fileOf(
    Array.from({ length: count }, (_, index) =>
      rowOf({ SkuId: String(1_000 + index), UnitPrice: unitPrice }),
    ),
  );
}

async function receive(content: string, kind: ImportKind = "current"): Promise<string> {
  async function* pieces() {
    yield Buffer.from(content);
  }
  const file = await ReceivedFile.read(pieces(), 64_000_000);
  if (!file.ok) throw new Error(file.failure.code);
  const input = { fileName: "a.csv", kind, file: file.value };
  return valueIn(await runAs(systemActor, receivePriceList, input)).importId;
}

async function standing(importId: string) {
  const { status, added, failureCode } = valueIn(await queryAs(systemActor, readImport, { importId }));
  return { status, added, failureCode };
}

async function pricesInCatalogue() {
  const { rows } = await owner.query<{ price: number; count: number }>(
    "select unit_price_minor::int as price, count(*)::int from price where market = 'CH' group by 1 order by 1",
  );
  return rows;
}

/** Works like a worker until everything has ended. */
async function workUntilDone(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await importPriceLists(runtime);
    const { rowCount } = await owner.query("select from price_list_import where finished_at is null");
    if (rowCount === 0) return;
    await wait(50);
  }
}

function startWorker(...args: readonly string[]): ChildProcess {
  const script = "tests/integration/catalogue/import-until-told.ts";
  return spawn(process.execPath, ["--import", "./scripts/lib/typescript.mjs", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("a worker that does not get to the end", () => {
  test("killed half-way publishes nothing, and the next worker publishes all of it, once", async () => {
    const importId = await receive(listAt("96"));
    const before = await catalogueDigest();
    const worker = startWorker(importId);
    await once(worker.stdout ?? worker, "data");
    expect((await standing(importId)).status).not.toBe("completed");
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(await catalogueDigest()).toEqual(before);
    await workUntilDone();
    expect(await standing(importId)).toEqual({ status: "completed", added: 1_200, failureCode: null });
    expect(await pricesInCatalogue()).toEqual([{ price: 9_600, count: 1_200 }]);
  });

  test("told to stop leaves the import to the next one", async () => {
    const importId = await receive(listAt("96"));
    const before = await catalogueDigest();
    const stopping = new AbortController();
    const publishing = publishImport(importId, {
      host: runtime,
      context,
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    await expect(publishing).rejects.toThrow("aborted");
    expect(await importPriceLists(runtime, stopping.signal)).toBe(0);
    expect(await catalogueDigest()).toEqual(before);
    await workUntilDone();
    expect(await standing(importId)).toMatchObject({ status: "completed", added: 1_200 });
  });

  test("whose database connection is lost tries again later", async () => {
    const importId = await receive(listAt("96"));
    const outcome = await publishImport(importId, {
      host: runtime,
      context,
      onProgress: async () => {
        await owner.query(`select pg_terminate_backend(pid) from pg_locks
          where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
      },
    });
    expect(outcome).toBe("unavailable");
    expect((await standing(importId)).status).toBe("running");
    await workUntilDone();
    expect(await standing(importId)).toMatchObject({ status: "completed", added: 1_200 });
  });

  test("that breaks in a way nobody foresaw ends the import as failed, and goes on with the next", async () => {
    const broken = await receive(listAt("42.42", 3));
    const good = await receive(listAt("96", 3));
    await owner.query(
      "alter table price add constraint unforeseen check (unit_price_minor <> 4242) not valid",
    );
    try {
      expect(await importPriceLists(runtime)).toBe(2);
    } finally {
      await owner.query("alter table price drop constraint unforeseen");
    }
    expect(await standing(broken)).toMatchObject({ status: "failed", failureCode: "price_list.broke_down" });
    expect(await standing(good)).toMatchObject({ status: "completed", added: 3 });
    expect(await pricesInCatalogue()).toEqual([{ price: 9_600, count: 3 }]);
  });
});

describe("imports at the same time", () => {
  test("of one market are published one after the other, each whole", async () => {
    const outcomes = await Promise.all([
      importBytes(listAt("96")),
      importBytes(listAt("97")),
      importBytes(listAt("98")),
      importPriceLists(runtime),
    ]);
    expect(outcomes.slice(0, 3)).toMatchObject(Array(3).fill({ status: "completed", rowsAccepted: 1_200 }));
    const prices = await pricesInCatalogue();
    expect(prices).toHaveLength(1);
    expect(prices[0]?.count).toBe(1_200);
  });

  test("of one file by two workers are published by one of them", async () => {
    const importId = await receive(listAt("96"));
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => publishImport(importId, { host: runtime, context })),
    );
    expect(outcomes.sort()).toEqual(["ended", "not_mine", "not_mine", "not_mine"]);
    expect(await standing(importId)).toEqual({ status: "completed", added: 1_200, failureCode: null });
  });
});

test("progress is seen from outside while nothing is published yet", async () => {
  const seen: { bytesRead: number; bytesTotal: number; prices: number }[] = [];
  const importing = importShipped("SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv").then(() => true);
  while (!(await Promise.race([importing, wait(20, false)]))) {
    const { rows } = await owner.query("select id from price_list_import where finished_at is null");
    const [row] = rows;
    if (!row) continue;
    const { bytesRead, bytesTotal } = valueIn(
      await queryAs(systemActor, readImportProgress, { importId: row.id }),
    );
    const { rows: stored } = await owner.query("select count(*)::int from price where market = 'IT'");
    seen.push({ bytesRead, bytesTotal, prices: stored[0]?.count });
  }
  const halfWay = seen.filter(({ bytesRead, bytesTotal }) => bytesRead > 0 && bytesRead < bytesTotal);
  expect(halfWay.length).toBeGreaterThan(0);
  expect(new Set(halfWay.map(({ bytesTotal }) => bytesTotal))).toEqual(new Set([1_921_707]));
  expect(new Set(halfWay.map(({ prices }) => prices))).toEqual(new Set([0]));
});

test("a list of a hundred thousand rows is published within 256 MB above idle", async () => {
  const row = rowOf({ ProductId: "PRODUCT", Market: "MARKET" });
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    row
      .replace("PRODUCT", `SYN${String(Math.floor(index / 200)).padStart(9, "0")}`)
      .replace("MARKET", markets[index % 200]?.iso2 ?? ""),
  );
  const importId = await receive(fileOf(rows));
  const worker = startWorker(importId, "--measure");
  onTestFinished(() => void worker.kill("SIGKILL"));
  const [output] = await once(worker.stdout ?? worker, "data");
  const { outcome, idle, highest } = JSON.parse(String(output));
  expect(outcome).toBe("ended");
  expect(await standing(importId)).toMatchObject({ status: "completed", added: 100_000 });
  expect((highest - idle) / 1_048_576).toBeLessThan(256);
}, 300_000);
