import type { Metadata } from "next";

/**
 * What search engines and messages show of a public page: its title, a sentence, and the one address that counts
 * whatever a link adds to it.
 */
export function shareable({
  title,
  description,
  path,
}: {
  title: string;
  description: string;
  path: string;
}): Metadata {
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: {
      title,
      description,
      url: path,
      siteName: "UCL Centre for Educational Leadership",
      type: "website",
      locale: "en_GB",
    },
    twitter: { card: "summary_large_image" },
  };
}
