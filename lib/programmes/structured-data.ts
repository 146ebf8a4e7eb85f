import type { Prospectus } from "./schema";

/** Facts of a programme in schema.org's words, for search engines: a Course, and a CourseInstance for each cohort. */

type Run = { name: string; startsOn: string; endsOn: string; open: boolean };

/** Pure; `origin` and `path` make the addresses. Money in pounds, as schema.org has it. */
export function courseFacts(
  programme: Prospectus,
  runs: readonly Run[],
  { origin, path }: { origin: string; path: string },
): object {
  const provider = {
    "@type": "CollegeOrUniversity",
    name: "UCL Centre for Educational Leadership",
    url: origin,
    address: {
      "@type": "PostalAddress",
      streetAddress: "20 Bedford Way",
      addressLocality: "London",
      postalCode: "WC1H 0AL",
      addressCountry: "GB",
    },
  };
  const offer = (open: boolean) => ({
    "@type": "Offer",
    category: "Paid",
    price: (programme.feeWithVatPence / 100).toFixed(2),
    priceCurrency: "GBP",
    availability: open ? "https://schema.org/InStock" : "https://schema.org/PreOrder",
    url: origin + path,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": `${origin}${path}#course`,
    name: programme.qualification,
    alternateName: programme.shortName,
    courseCode: programme.dfeIdentifier ?? undefined,
    description: programme.summary,
    url: origin + path,
    inLanguage: "en-GB",
    audience: {
      "@type": "EducationalAudience",
      educationalRole: "school leader",
      audienceType: programme.audience,
    },
    educationalCredentialAwarded: programme.qualification,
    timeRequired: `PT${Math.round(programme.learningMinutes / 60)}H`,
    provider,
    offers: offer(runs.some(({ open }) => open)),
    hasCourseInstance: runs.map((run) => ({
      "@type": "CourseInstance",
      name: `${programme.shortName}, ${run.name}`,
      courseMode: "Blended",
      courseWorkload: `PT${Math.round(programme.learningMinutes / 60)}H`,
      startDate: run.startsOn,
      endDate: run.endsOn,
      location: programme.residentialPlaces.map((place) => ({
        "@type": "Place",
        name: place,
        address: { "@type": "PostalAddress", addressLocality: place, addressCountry: "GB" },
      })),
      offers: offer(run.open),
    })),
  };
}

/** The facts as the text of a script element: no "<", so that nothing in them can end it. */
export function factsText(facts: object): string {
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}
