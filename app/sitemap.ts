import type { MetadataRoute } from "next";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { publishedProgrammes } from "@/lib/programmes/queries";
import { publicWebinars } from "@/lib/webinars/queries";

export const dynamic = "force-dynamic";

const PAGES = ["/", "/programmes", "/webinars", "/contact", "/privacy", "/accessibility", "/cookies"];

/** Every public page: the fixed ones, each published programme's and each webinar's. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { NEXTAUTH_URL: origin } = env();
  const [programmes, { coming, past }] = await Promise.all([
    publishedProgrammes(now()),
    publicWebinars(now()),
  ]);
  const own = programmes.flatMap(({ slug }) =>
    ["", "/route-map"].map((page) => `/programmes/${slug}${page}`),
  );
  const webinars = [...coming, ...past].map(({ id }) => `/webinars/${id}`);
  return [...PAGES, ...own, ...webinars].map((path) => ({ url: `${origin}${path}` }));
}
