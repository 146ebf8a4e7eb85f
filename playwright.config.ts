import { defineConfig } from "@playwright/test";

// npm test -- --only e2e starts a portal of its own and says here where it is; a browser it found, too.
const { PORTAL_URL, PORTAL_BROWSER, PORTAL_E2E_REPORT, CI } = process.env;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(CI),
  // A slow machine is no failure; what a step waits for is bounded by `expect`.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: PORTAL_E2E_REPORT || "test-results/report.json" }]],
  use: {
    baseURL: PORTAL_URL || "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A trace of each journey would take a quarter of the time again: PWDEBUG, or --trace on, when one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: PORTAL_BROWSER || undefined,
      // Root's Chromium has no sandbox; a container's shared memory is too small for it.
      args: asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
    },
  },
  projects: [
    {
      name: "desktop",
      // Journeys go their way with scripts at both widths, and without at a phone's; those of one width keep both here.
      grepInvert:
        /^(?!.*(?:content-editing|bad-input|payloads|stale-tab|headers)\.spec).*without (?:JavaScript|scripts)/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    // Who may do what, and what goes over the line, does not depend on the screen: once is enough.
    {
      name: "phone",
      testIgnore: ["matrix", "headers", "bad-input", "payloads", "stale-tab", "found-and-shared"].map(
        (name) => `**/${name}.spec.ts`,
      ),
      // Journeys that are staff's alone, and the longest of sponsors', go through their pages here without scripts only.
      grepInvert:
        /(?:cohorts|people|funding|review|bulk|engagement)\.spec.*with (?:JavaScript|scripts)|with JavaScript (?:Miles offers|the wrong person|a link that ran out)/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
});
