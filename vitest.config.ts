import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": at("./"),
      // Outside Next nothing takes the mark away that keeps a file out of the browser.
      "server-only": at("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism()),
    watch: false,
    // A slow machine is no failure: what hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: {
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "a-secret-for-tests-only-0123456789-abcdef",
      // Replaced by freshDatabase(); until then nothing answers there.
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      PORTAL_NOW: "2026-11-23T09:00:00Z",
      LOG_LEVEL: "silent",
      // A developer's own settings do not reach the tests.
      SMTP_URL: "",
      PORTAL_EMBEDDED: "",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // Pure things leave nothing behind, so files may share a worker and what it has loaded.
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        // Outside Next there is no request either: the tests' own.
        resolve: { alias: { "next/headers": at("./tests/support/request.ts") } },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/test-server.ts"],
          // What a file leaves behind is in its database; to load the portal anew for each is what most of them would spend.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          // Each file runs a portal and a PostgreSQL; what has to happen within seconds is not to wait for others.
          fileParallelism: false,
        },
      },
    ],
  },
});
