import type { MetadataRoute } from "next";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { publishedProgrammes } from "@/lib/programmes/queries";

export const dynamic = "force-dynamic";

const PAGES = ["/", "/programmes", "/contact", "/privacy", "/accessibility", "/cookies"];

/** Every public page: the fixed ones, and each published programme's. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { NEXTAUTH_URL: origin } = env();
  const programmes = await publishedProgrammes(now());
  const own = programmes.flatMap(({ slug }) =>
    ["", "/route-map"].map((page) => `/programmes/${slug}${page}`),
  );
  return [...PAGES, ...own].map((path) => ({ url: `${origin}${path}` }));
}
