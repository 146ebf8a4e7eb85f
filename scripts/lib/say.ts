/** A problem that the person at the keyboard can understand from its message alone. */
export class PlainError extends Error {
  override name = "PlainError";
}

/** Prints one line of progress. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Prints one line about a problem. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Says what went wrong: the message alone where it was written for people,
 * the whole stack where it is a fault of the program.
 */
export function explain(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

/** Seconds since `from` (milliseconds), as people read them: "0.4 s", "12 s", "2 min 5 s". */
export function elapsed(from: number, to = Date.now()): string {
  const seconds = (to - from) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
