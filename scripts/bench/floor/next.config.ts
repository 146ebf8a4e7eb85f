import { resolve } from "node:path";
import type { NextConfig } from "next";

/** The floor of the bench: the least that Next can do for a page of a given size. See scripts/bench.ts. */
const config: NextConfig = {
  distDir: ".next",
  poweredByHeader: false,
  // npm test checks these files with all others.
  typescript: { ignoreBuildErrors: true },
  // Packages are the portal's own.
  turbopack: { root: resolve(import.meta.dirname, "../../..") },
};

export default config;
