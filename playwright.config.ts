import { defineConfig } from "@playwright/test";

// npm test -- --only e2e starts a portal of its own and says here where it is; a browser it found, too.
const { PORTAL_URL, PORTAL_BROWSER, PORTAL_E2E_REPORT, CI } = process.env;
const asRoot = process.getuid?.() === 0;

/** Who may do what, what goes over the line, and what is one at a time: no matter of the screen. */
const ONCE = "(?:matrix|headers|bad-input|payloads|stale-tab|found-and-shared|content-editing)\\.spec";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(CI),
  // A slow machine is no failure; what a step waits for is bounded by `expect`.
  timeout: 240_000,
  expect: { timeout: 20_000 },
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
  // A journey goes two ways that differ in what matters, and no third: people's on a phone, with scripts and without;
  // staff's, and the one that begins with a visitor ("@desk"), at a desk with scripts and on a phone without.
  projects: [
    {
      name: "desktop",
      grep: new RegExp(`${ONCE}|@desk`),
      grepInvert: new RegExp(`^(?!.*${ONCE}).*without JavaScript`),
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      grepInvert: new RegExp(`${ONCE}|^(?!.*without JavaScript).*@desk`),
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
});
