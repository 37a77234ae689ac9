import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createTally, readPlaywrightReport, readVitestReport } from "./tally.mjs";

const folder = mkdtempSync(join(tmpdir(), "tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a suite that ran no test has failed", () => {
  const tally = createTally();
  tally.add("empty", { passed: 0, failed: 0 });
  expect(tally.total()).toEqual({ passed: 0, failed: 1 });
});

test("a suite that ended badly has failed even when every test it counted passed", () => {
  const tally = createTally();
  tally.add("crashed", { passed: 3, failed: 0 }, 1);
  expect(tally.total()).toEqual({ passed: 3, failed: 1 });
});

test("failures are counted once, not again for the exit code they cause", () => {
  const tally = createTally();
  tally.add("two failures", { passed: 1, failed: 2 }, 1);
  tally.add("fine", { passed: 4, failed: 0 });
  expect(tally.total()).toEqual({ passed: 5, failed: 2 });
});

test("a missing report counts nothing, so that its suite has failed", () => {
  expect(readVitestReport(join(folder, "none.json"))).toEqual({ passed: 0, failed: 0, notes: [] });
  expect(readPlaywrightReport(join(folder, "none.json"))).toEqual({ passed: 0, failed: 0, notes: [] });
});

test("skipped tests and files that could not be run count as failed", () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: "a.test.ts", status: "failed", assertionResults: [] },
      { name: "b.test.ts", status: "failed", assertionResults: [{}] },
    ],
  });
  expect(readVitestReport(file)).toEqual({
    passed: 5,
    failed: 5,
    notes: ["3 skipped", "a.test.ts could not be run"],
  });
});

test("browser tests that were skipped or passed only at the second try count as failed", () => {
  const file = report({
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: "no tests found" }],
  });
  expect(readPlaywrightReport(file)).toEqual({
    passed: 7,
    failed: 5,
    notes: ["2 skipped", "1 flaky", "no tests found"],
  });
});
