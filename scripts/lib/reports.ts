import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./paths";
import { broken, type Failure, firstLine, nothing, type Tally } from "./tally";

/** The parts of Vitest's JSON report that count. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: VitestFile[];
}
interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
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
      failures: report.testResults.flatMap((file) => failuresOf(file, brokenFiles.includes(file))),
    };
  });
}

function failuresOf({ name, message, assertionResults }: VitestFile, isBroken: boolean): Failure[] {
  const file = relative(root, name);
  if (isBroken) return [{ name: file, why: firstLine(message ?? "") }];
  return assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => ({
      name: `${file} › ${fullName}`,
      why: firstLine(failureMessages?.[0] ?? ""),
    }));
}

/** The parts of Playwright's JSON report that count. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: PlaywrightSuite[];
  errors?: PlaywrightError[];
}
interface PlaywrightSuite {
  title: string;
  specs?: { title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
}
interface PlaywrightTest {
  projectName: string;
  status: string;
  results: { errors?: PlaywrightError[] }[];
}
interface PlaywrightError {
  message?: string;
}

/** Counts a Playwright run in the same way. */
export function playwrightTally(reportFile: string, exitCode: number): Tally {
  return counted(exitCode, () => {
    const {
      stats,
      suites = [],
      errors = [],
    } = JSON.parse(readFileSync(reportFile, "utf8")) as PlaywrightReport;
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      failures: [
        ...suites.flatMap((suite) => unexpected(suite, [])),
        ...errors.map((error) => failure("", error)),
      ],
    };
  });
}

function unexpected({ title, specs = [], suites = [] }: PlaywrightSuite, above: string[]): Failure[] {
  const here = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) => {
        const error = results.flatMap(({ errors = [] }) => errors)[0] ?? {};
        return failure([`[${projectName}]`, ...here, spec.title].join(" › "), error);
      }),
  );
  return [...own, ...suites.flatMap((suite) => unexpected(suite, here))];
}

function failure(name: string, { message = "" }: PlaywrightError): Failure {
  return { name, why: firstLine(message) };
}

/** A runner that ended badly counts as a failure even where its report tells of none, or there is none. */
function counted(exitCode: number, read: () => Tally): Tally {
  let tally = nothing;
  try {
    tally = read();
  } catch {
    return broken("The runner left no report that can be read: what it said is above.");
  }
  if (tally.failed > 0) return tally;
  const ranNothing = tally.passed + tally.skipped === 0;
  const why = ranNothing ? "Nothing was run." : `The runner ended with ${exitCode}: what it said is above.`;
  if (exitCode === 0 && !ranNothing) return tally;
  return { ...tally, failed: 1, failures: [...tally.failures, { name: "", why }] };
}
