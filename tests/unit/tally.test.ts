import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths";
import { playwrightTally, vitestTally } from "../../scripts/lib/reports";
import { firstLine, inWords, nothing, sum } from "../../scripts/lib/tally";

const home = mkdtempSync(join(tmpdir(), "portal-tally-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function report(content: unknown): string {
  const path = join(home, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const units = (testResults: unknown[] = [], failed = 0) =>
  report({ numPassedTests: 5, numFailedTests: failed, numPendingTests: 1, numTodoTests: 1, testResults });
const unloadable = {
  name: inRoot("tests/unit/a.test.ts"),
  status: "failed",
  message: "Cannot find module",
  assertionResults: [],
};
const failing = {
  name: inRoot("tests/unit/b.test.ts"),
  status: "failed",
  assertionResults: [
    { status: "passed", fullName: "b holds" },
    {
      status: "failed",
      fullName: "b does not",
      failureMessages: ["\n\u001b[31mError: 1 is not 2\u001b[39m\n  at b"],
    },
  ],
};

describe("the closing line of npm test", () => {
  test("counts passed, failed and skipped", () => {
    expect(vitestTally(units(), 0)).toEqual({ passed: 5, failed: 0, skipped: 2, failures: [] });
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightTally(report({ stats }), 1)).toMatchObject({ passed: 5, failed: 2, skipped: 3 });
  });

  test("counts a file that could not be loaded", () => {
    expect(vitestTally(units([unloadable]), 1)).toMatchObject({ failed: 1 });
    expect(vitestTally(units([failing, unloadable], 1), 1)).toMatchObject({ failed: 2 });
  });

  test("counts a runner that crashed, left no report, or ran nothing", () => {
    expect(vitestTally(units(), 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(vitestTally(join(home, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
    const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    expect(playwrightTally(report({ stats }), 0)).toMatchObject({ failed: 1 });
  });

  test("reads as people and machines expect", () => {
    const all = sum([
      { ...nothing, passed: 1 },
      { ...nothing, passed: 2, failed: 1 },
    ]);
    expect(inWords(all)).toBe("3 passed, 1 failed");
    expect(inWords({ ...all, skipped: 4 })).toBe("3 passed, 1 failed, 4 skipped");
  });
});

describe("what failed, said again at the end", () => {
  test("names each of Vitest's with its first line, and a file that could not be loaded", () => {
    const { failures } = vitestTally(units([failing, unloadable], 1), 1);
    expect(failures).toEqual([
      { name: join("tests", "unit", "b.test.ts › b does not"), why: "Error: 1 is not 2" },
      { name: join("tests", "unit", "a.test.ts"), why: "Cannot find module" },
    ]);
  });

  test("names each of Playwright's by its project and its place", () => {
    const outcome = (status: string) => [
      {
        projectName: "phone",
        status,
        results: [{ errors: [{ message: "Error: not visible\n\nCall log:" }] }],
      },
    ];
    const suites = [
      {
        title: "a.spec.ts",
        specs: [{ title: "holds", tests: outcome("expected") }],
        suites: [{ title: "without JavaScript", specs: [{ title: "falls", tests: outcome("unexpected") }] }],
      },
    ];
    const stats = { expected: 1, flaky: 0, unexpected: 1, skipped: 0 };
    expect(playwrightTally(report({ stats, suites }), 1).failures).toEqual([
      { name: "[phone] › a.spec.ts › without JavaScript › falls", why: "Error: not visible" },
    ]);
  });

  test("has a line for a runner that broke down", () => {
    expect(vitestTally(units(), 3).failures).toEqual([
      { name: "", why: expect.stringContaining("ended with 3") },
    ]);
    expect(vitestTally(join(home, "none.json"), 0).failures).toHaveLength(1);
  });

  test("has no colours and no empty lines", () => {
    expect(firstLine("\u001b[31m\n\u001b[39m\n  \u001b[2mwhy\u001b[22m \nmore")).toBe("why");
    expect(firstLine("")).toBe("");
  });
});
