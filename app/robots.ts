import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Search engines read what is public; everything else asks to sign in anyway. */
export default function robots(): MetadataRoute.Robots {
  const { NEXTAUTH_URL: origin } = env();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/account",
        "/api/",
        "/applications",
        "/calendar/",
        "/dashboard",
        "/dev/",
        "/endorsements/",
        "/mentor/",
        "/sign-in",
        "/staff",
      ],
    },
    sitemap: `${origin}/sitemap.xml`,
  };
}
