import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runChild } from "./children";
import { onEnd } from "./command";
import { complain, say } from "./say";

/**
 * Where systems put a Chromium or Chrome of their own. The headless shell first: it is Chromium without its window, and a
 * page with axe costs it less than half the CPU.
 */
const usualPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Root's Chromium has no sandbox; a container's shared memory is too small for it. */
export const browserOptions = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];

/**
 * A browser for the journeys: Playwright's own, else the system's, else one that this machine lets us install.
 * @returns its path, "" for Playwright's own, or undefined (and says what is missing) where there is none.
 */
export async function findBrowser(): Promise<string | undefined> {
  const there = await firstThatRuns();
  if (there !== undefined) return there;
  if (await installWithApt()) {
    const installed = await firstThatRuns();
    if (installed !== undefined) return installed;
  }
  if (await installWithPlaywright()) {
    const installed = await firstThatRuns();
    if (installed !== undefined) return installed;
  }
  complain(
    "No browser for the journeys: install Chromium (apt-get install chromium, or npx playwright install --with-deps chromium), then run the tests again.",
  );
  return undefined;
}

async function firstThatRuns(): Promise<string | undefined> {
  if (existsSync(chromium.executablePath()) && (await runs(undefined))) return "";
  const asked = process.env.PORTAL_BROWSER;
  for (const path of asked ? [asked, ...usualPlaces] : usualPlaces) {
    if (existsSync(path) && (await runs(path))) return path;
  }
  return undefined;
}

async function runs(executablePath: string | undefined): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: browserOptions, timeout: 30_000 });
    await browser.close();
    return true;
  } catch (error) {
    say(`${executablePath ?? "Playwright's Chromium"} does not run: ${String(error).split("\n")[0]}`);
    return false;
  }
}

/** Debian's package, which only root can install. */
async function installWithApt(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  say("Installing Chromium with apt-get (a minute or two)");
  if (!(await quietly("apt-get", ["update"]))) return false;
  const install = (name: string) => quietly("apt-get", ["install", "-y", "--no-install-recommends", name]);
  // Not every Debian and none of its relatives has the shell as a package of its own.
  return (await install("chromium-headless-shell")) || (await install("chromium"));
}

function quietly(program: string, args: string[]): Promise<boolean> {
  const began = Date.now();
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const strike = onEnd(() => void child.kill("SIGTERM"));
  const pulse = setInterval(() => {
    say(`  … still installing (${Math.round((Date.now() - began) / 1000)} s)`);
  }, 10_000);
  return new Promise((resolve) => {
    const finish = (ok: boolean) => {
      clearInterval(pulse);
      strike();
      if (!ok) complain(`${program} ${args[0]} failed:\n${output.trim().split("\n").slice(-3).join("\n")}`);
      resolve(ok);
    };
    child.once("error", () => finish(false));
    child.once("close", (code) => finish(code === 0));
  });
}

/** Playwright's own download, on machines that may download. */
async function installWithPlaywright(): Promise<boolean> {
  say("Installing Playwright's Chromium (a minute or two)");
  const { code } = await runChild("node_modules/@playwright/test/cli.js", ["install", "chromium"], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
    quiet: true,
    pulse: (seconds) => say(`  … still installing (${seconds} s)`),
  });
  return code === 0;
}
