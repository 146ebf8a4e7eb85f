import pino from "pino";

/**
 * Structured logs, one JSON line each, on standard output. Identifiers only: no address, name, note, link or
 * code ever goes into a log line (a test plants canaries and reads the log).
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["email", "*.email", "toAddress", "*.toAddress", "token", "*.token"],
    censor: "[kept out]",
  },
});

/** What of an error is safe to log: its name, code and stack frames, never its message, which may quote data. */
export function errorFacts(error: unknown): { name: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 6)
    .join("\n");
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(frames ? { at: frames } : {}),
  };
}
