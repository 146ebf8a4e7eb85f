import { readFileSync } from "node:fs";

/** How many checks came out how. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** One check that either holds or does not. */
export function one(held: boolean): Tally {
  return { passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0 };
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    nothing,
  );
}

/** "12 passed, 0 failed", with the skipped ones where there are any. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** The parts of Vitest's JSON report that count. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts a Vitest run; a file that could not be loaded is a failure, and so is a run that crashed. */
export function vitestTally(reportFile: string, exitCode: number): Tally {
  return counted(exitCode, () => {
    const report = JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport;
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((result) => result.status === "failed"),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

/** The parts of Playwright's JSON report that count. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Counts a Playwright run in the same way. */
export function playwrightTally(reportFile: string, exitCode: number): Tally {
  return counted(exitCode, () => {
    const { stats } = JSON.parse(readFileSync(reportFile, "utf8")) as PlaywrightReport;
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** A runner that ended badly counts as a failure even where its report tells of none, or there is none. */
function counted(exitCode: number, read: () => Tally): Tally {
  let tally = nothing;
  try {
    tally = read();
  } catch {
    return one(false);
  }
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  if (tally.failed === 0 && (exitCode !== 0 || ranNothing)) return { ...tally, failed: 1 };
  return tally;
}
