/** Something that failed: which check, and the first line of why. */
export interface Failure {
  name: string;
  why: string;
}

/** How many checks came out how, and which failed. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  failures: Failure[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** One check that held. */
export const held: Tally = { ...nothing, passed: 1 };

/** One check that did not hold, or a runner that broke down. */
export function broken(why: string, name = ""): Tally {
  return { ...nothing, failed: 1, failures: [{ name, why }] };
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
      failures: [...all.failures, ...each.failures],
    }),
    nothing,
  );
}

/** "12 passed, 0 failed", with the skipped ones where there are any. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** The first line of an error's message that says something, without the terminal's colours. */
export function firstLine(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with the control character itself.
  const lines = message.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  return lines.find((line) => line.trim() !== "")?.trim() ?? "";
}
