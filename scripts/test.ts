import { command, isEnding } from "./lib/command";
import { complain, elapsed, explain, PlainError, say } from "./lib/say";
import { type Suite, suites } from "./lib/suites";
import { broken, firstLine, inWords, sum, type Tally } from "./lib/tally";

interface Result {
  title: string;
  tally: Tally;
  took: string;
}

/**
 * npm test — everything that is checked, in order. `-- --only unit` runs one part (lint, types, unit, integration,
 * e2e, faults; several with commas); what follows goes to that part's runner. The last line counts the checks of all parts.
 */
command(async () => {
  const { chosen, options } = wishes(process.argv.slice(2));
  const began = Date.now();
  const results: Result[] = [];
  for (const suite of chosen) {
    heading(suite.title);
    const from = Date.now();
    const tally = await tallyOf(suite, options);
    if (isEnding()) return 1;
    results.push({ title: suite.title, tally, took: elapsed(from) });
  }
  sayWhatFailed(results);
  heading(`All parts, ${elapsed(began)}`);
  const width = Math.max(...results.map(({ title }) => title.length));
  for (const { title, tally, took } of results) say(`${title.padEnd(width)}  ${inWords(tally)}  (${took})`);
  const total = sum(results.map(({ tally }) => tally));
  say(`\n${inWords(total)}`);
  return total.failed > 0 ? 1 : 0;
});

function wishes(args: string[]): { chosen: Suite[]; options: string[] } {
  if (args[0] !== "--only") return { chosen: Object.values(suites), options: refuseOptions(args) };
  const chosen = (args[1] ?? "").split(",").map((name) => {
    const suite = suites[name];
    if (!suite) throw new PlainError(`--only takes ${Object.keys(suites).join(", ")}, not "${name}".`);
    return suite;
  });
  return { chosen, options: chosen.length === 1 ? args.slice(2) : refuseOptions(args.slice(2)) };
}

function refuseOptions(args: string[]): string[] {
  if (args.length === 0) return [];
  throw new PlainError(
    `"${args.join(" ")}" needs one part to go to: npm test -- --only unit ${args.join(" ")}`,
  );
}

/** A part that breaks down is one failure, and the others still run. */
async function tallyOf(suite: Suite, options: string[]): Promise<Tally> {
  try {
    return await suite.run(options);
  } catch (error) {
    const why = explain(error);
    if (!isEnding()) complain(why);
    return broken(firstLine(why));
  }
}

/** What failed stands far up in a long log: said once more, so that its end tells. */
function sayWhatFailed(results: Result[]): void {
  if (results.every(({ tally }) => tally.failures.length === 0)) return;
  heading("What failed");
  for (const { title, tally } of results)
    for (const { name, why } of tally.failures) say(`${title}${name && `: ${name}`}\n    ${why}`);
}

function heading(text: string): void {
  say(`\n── ${text} ${"─".repeat(Math.max(3, 76 - text.length))}\n`);
}
