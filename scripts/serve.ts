import { env } from "../lib/env";
import { errorFacts, log } from "../lib/log";
import { serve } from "../lib/server/serve";

/** Serves the built portal. npm start runs this; in production it is run by hand or by a service manager. */

try {
  env();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

// Next prints faults with their messages, which may quote what people wrote: the log gets the facts alone.
const fact =
  (level: "error" | "warn") =>
  (...said: unknown[]) => {
    const fault = said.find((each) => each instanceof Error);
    log[level]({ event: "next.fault", error: errorFacts(fault) });
  };
console.error = fact("error");
console.warn = fact("warn");

const stop = await serve();

let stopping = false;
async function finish(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stop();
  process.exit(0);
}

process.on("SIGTERM", finish);
process.on("SIGINT", finish);
// Started by npm start, which went away without saying so: do not stay behind.
process.on("disconnect", finish);
