import type { NextConfig } from "next";

const config: NextConfig = {
  // Developers who work side by side build into folders of their own.
  distDir: process.env.PORTAL_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Bodies are limited before Next sees them (scripts/serve.ts); compression happens there or at the edge too.
  compress: false,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "@prisma/client", "@prisma/adapter-pg"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
