import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { startChild, stopChild } from "./children";

/** A portal that this process started. */
export interface Portal {
  /** Settles with the exit code when the server ends, by itself or because it was stopped. */
  ended: Promise<number>;
  /** Lets requests and jobs finish, then ends the server. */
  stop(): Promise<void>;
  /** Sends the server a signal, for tests: what systems and people do to it. */
  signal(name: NodeJS.Signals): void;
}

/** Longer than the server gives its own requests and jobs. */
const finishLimit = 40_000;

/**
 * Starts the server of the built portal on `env.PORT`. It watches for the end of this process itself, to finish
 * in good order.
 * @param logFile gets what it prints, where that is not to be shown.
 */
export function startPortal(env: Record<string, string | undefined>, logFile?: string): Portal {
  const options = { env, logFile, nodeOptions: ["--import", "tsx"], leash: false };
  const child = startChild("scripts/serve.ts", [], options);
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return { ended, stop: () => stopChild(child, finishLimit), signal: (name) => void child.kill(name) };
}

/**
 * Waits until the portal answers that it is ready.
 * @returns "ready", "ended" when the server ended first, "late" when it takes longer than `limit` milliseconds.
 */
export async function whenReady(
  portal: Pick<Portal, "ended">,
  port: number,
  limit = 90_000,
): Promise<"ready" | "ended" | "late"> {
  let over = false;
  portal.ended.then(() => {
    over = true;
  });
  for (const until = Date.now() + limit; Date.now() < until; await pause(100)) {
    if (over) return "ended";
    if (await answersReady(port)) return "ready";
  }
  return "late";
}

function answersReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/health/ready", timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}
