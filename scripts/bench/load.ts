import { readFileSync } from "node:fs";
import autocannon from "autocannon";

/** Load on one address, and what it cost the process that answered. */

export type Target = { name: string; url: string; pid: number; headers?: Record<string, string> };
export type Cost = { requestsPerSecond: number; cpuMsPerRequest: number };

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

/** CPU time a process has used so far, all its threads, in milliseconds. Linux only. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/**
 * Sends `amount` requests over four connections and returns the seconds from the first to the last answer; throws
 * when one of them is not answered with 200. Timed here, because autocannon looks at its clock once a second.
 */
async function fire(target: Target, amount: number): Promise<number> {
  const began = performance.now();
  let last = began;
  const options = {
    url: target.url,
    connections: 4,
    amount,
    sampleInt: 50,
    headers: { "accept-encoding": "identity", ...target.headers },
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, outcome) => (error ? reject(error) : resolve(outcome)));
    run.on("response", () => {
      last = performance.now();
    });
  });
  if (result["2xx"] !== amount)
    throw new Error(`${target.name}: only ${result["2xx"]} of ${amount} were answered with 200`);
  return (last - began) / 1000;
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Measures the targets in turn, round after round, so that a slow minute of the machine touches all alike: targets
 * that are compared stand next to each other in the list. Answers each target's rounds, in their order.
 */
export async function measure(
  targets: Target[],
  rounds: number,
  seconds: number,
): Promise<Map<string, Cost[]>> {
  const amounts = new Map<string, number>();
  for (const target of targets) {
    // Long enough for Node to have made fast code of what a request takes.
    await fire(target, 500);
    const trial = await fire(target, 100);
    amounts.set(target.name, Math.max(50, Math.round((100 / Math.max(trial, 0.01)) * seconds)));
  }
  return inTurn(targets, rounds, (target) => amounts.get(target.name) ?? 100);
}

/** The same with so many requests each and less to warm up with: for comparing many pages of one server. */
export async function measureBriefly(
  targets: Target[],
  rounds: number,
  amount: number,
): Promise<Map<string, Cost[]>> {
  for (const target of targets) await fire(target, amount);
  return inTurn(targets, rounds, () => amount);
}

async function inTurn(
  targets: Target[],
  rounds: number,
  amountOf: (target: Target) => number,
): Promise<Map<string, Cost[]>> {
  const samples = new Map<string, Cost[]>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) {
      const amount = amountOf(target);
      const before = cpuMs(target.pid);
      const duration = await fire(target, amount);
      const cost = {
        requestsPerSecond: amount / duration,
        cpuMsPerRequest: (cpuMs(target.pid) - before) / amount,
      };
      samples.get(target.name)?.push(cost);
    }
  }
  return samples;
}

/** The middle one of the rounds. */
export function middle(costs: Cost[], figure: keyof Cost): number {
  return median(costs.map((cost) => cost[figure]));
}

/** How one target stands to another: the middle one of the rounds' own ratios, each of two neighbours in time. */
export function ratio(ours: Cost[], theirs: Cost[], figure: keyof Cost): number {
  return median(ours.map((cost, round) => cost[figure] / (theirs[round]?.[figure] ?? Number.NaN)));
}
