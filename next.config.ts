import type { NextConfig } from "next";

const config: NextConfig = {
  // Developers who work side by side build into folders of their own.
  distDir: process.env.PORTAL_DIST_DIR ?? ".next",
  // The same sources make the same build on every server, so that a browser may go from one to another (scripts/lib/build.ts).
  generateBuildId: () => process.env.PORTAL_BUILD_ID || null,
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types; people who only start the portal need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Titles and descriptions stand in the head from the first byte, without a script to move them there.
  htmlLimitedBots: /.*/,
  // Bodies are limited before Next sees them: lib/server/gate.ts.
  compress: true,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "@prisma/client", "@prisma/adapter-pg"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
