import { complain, explain } from "./say";

/** Ends the process, whatever it still holds open, once `tidy` is through. */
type Tidy = () => Promise<void> | void;

const tidying: Tidy[] = [];
let ending: Promise<void> | undefined;

/**
 * Registers what has to be stopped when the command ends; the last registered is stopped first.
 * @returns a function that strikes it off again, for what has ended by itself.
 */
export function onEnd(tidy: Tidy): () => void {
  tidying.push(tidy);
  return () => {
    const index = tidying.indexOf(tidy);
    if (index >= 0) tidying.splice(index, 1);
  };
}

/** True once the command has been asked to stop. */
export function isEnding(): boolean {
  return ending !== undefined;
}

/** Stops everything that was registered, then ends the process. A second call waits for the first. */
export async function end(code: number): Promise<never> {
  ending ??= tidyUp();
  await ending;
  process.exit(process.exitCode ?? code);
}

async function tidyUp(): Promise<void> {
  for (let tidy = tidying.pop(); tidy; tidy = tidying.pop()) {
    try {
      await tidy();
    } catch (error) {
      complain(explain(error));
      process.exitCode = 1;
    }
  }
}

/**
 * Runs a command, whose number is the exit code: its errors are told in a line and end it with 1; Ctrl-C, SIGTERM and the loss
 * of the process that started it stop what it started first.
 *
 * @param onSignalCode the exit code after a signal: 0 for a server that was asked to stop.
 */
export function command(work: () => Promise<unknown>, onSignalCode = 130): void {
  const stop = () => void end(onSignalCode);
  // Kept for good: Ctrl-C reaches every process of the terminal and is passed on besides, so the
  // same wish arrives twice.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, stop);
  process.channel?.unref();
  work()
    .then((code) => end(typeof code === "number" ? code : 0))
    .catch((error) => {
      // What fails because everything is being stopped is no news.
      if (!isEnding()) complain(explain(error));
      return end(1);
    });
}
