import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inWords, playwrightTally, sum, vitestTally } from "../../scripts/lib/tally";

const home = mkdtempSync(join(tmpdir(), "portal-tally-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function report(content: unknown): string {
  const path = join(home, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const units = (testResults: unknown[] = [], failed = 0) =>
  report({ numPassedTests: 5, numFailedTests: failed, numPendingTests: 1, numTodoTests: 1, testResults });

describe("the closing line of npm test", () => {
  test("counts passed, failed and skipped", () => {
    expect(vitestTally(units(), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightTally(report({ stats }), 1)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test("counts a file that could not be loaded", () => {
    const broken = { status: "failed", assertionResults: [] };
    expect(vitestTally(units([broken]), 1)).toMatchObject({ failed: 1 });
    const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
    expect(vitestTally(units([failing, broken], 1), 1)).toMatchObject({ failed: 2 });
  });

  test("counts a runner that crashed, left no report, or ran nothing", () => {
    expect(vitestTally(units(), 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(vitestTally(join(home, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
    const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    expect(playwrightTally(report({ stats }), 0)).toMatchObject({ failed: 1 });
  });

  test("reads as people and machines expect", () => {
    const all = sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(inWords(all)).toBe("3 passed, 1 failed");
    expect(inWords({ ...all, skipped: 4 })).toBe("3 passed, 1 failed, 4 skipped");
  });
});
