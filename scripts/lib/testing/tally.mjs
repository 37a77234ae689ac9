import { existsSync, readFileSync } from "node:fs";

/** Counts of one suite from vitest's JSON report. Tests that were skipped prove nothing and count as failed. */
export function readVitestReport(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 0, notes: [] };
  const skipped = report.numPendingTests + report.numTodoTests;
  const brokenFiles = report.testResults.filter(
    (result) => result.status === "failed" && result.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + skipped + brokenFiles.length,
    notes: [
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...brokenFiles.map((result) => `${result.name} could not be run`),
    ],
  };
}

/** Counts of one suite from Playwright's JSON report, by the same rule. */
export function readPlaywrightReport(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 0, notes: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    notes: [
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(flaky > 0 ? [`${flaky} flaky`] : []),
      ...report.errors.map((error) => error.message),
    ],
  };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Adds up suites; `add` holds that a suite with a bad exit or without a single test has failed, whatever it counted. */
export function createTally() {
  const suites = [];
  return {
    add: (name, { passed, failed, notes = [] }, exitCode = 0) => {
      const empty = passed + failed === 0;
      const unexplained = failed === 0 && (exitCode !== 0 || empty);
      const reason = exitCode === 0 ? "ran no test" : `ended with exit code ${exitCode}`;
      suites.push({
        name,
        passed,
        failed: failed + (unexplained ? 1 : 0),
        notes: unexplained ? [...notes, reason] : notes,
      });
    },
    suites: () => suites,
    total: () => ({
      passed: suites.reduce((sum, suite) => sum + suite.passed, 0),
      failed: suites.reduce((sum, suite) => sum + suite.failed, 0),
    }),
  };
}
