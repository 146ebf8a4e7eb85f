import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inData } from "./paths";

/** The instant at which the demo's story stands when it is first seeded. */
export const demoStart = "2026-11-23T09:00:00Z";

const file = () => inData("demo-clock.json");

/** Notes that the demo was seeded at this real instant. */
export function startDemoClock(real: Date = new Date()): void {
  mkdirSync(dirname(file()), { recursive: true, mode: 0o700 });
  writeFileSync(file(), `${JSON.stringify({ seededAt: real.toISOString() })}\n`);
}

/**
 * The demo's present: its start plus the real time since it was seeded. A clock that was lost or
 * set back stands at the start, which the seeded facts always agree with.
 */
export function demoNow(real: Date = new Date()): string {
  let since = 0;
  try {
    const { seededAt } = JSON.parse(readFileSync(file(), "utf8")) as { seededAt: string };
    since = Math.max(0, real.getTime() - new Date(seededAt).getTime()) || 0;
  } catch {
    startDemoClock(real);
  }
  return new Date(new Date(demoStart).getTime() + since).toISOString();
}
