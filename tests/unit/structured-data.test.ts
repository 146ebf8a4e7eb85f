import { describe, expect, it } from "vitest";
import { courseFacts, factsText } from "@/lib/programmes/structured-data";
import { withoutScripts } from "@/lib/server/public-pages";
import { programme as npqel } from "@/prisma/seed/npqel/programme";

const where = { origin: "https://npq.example.org", path: "/programmes/npqel" };
const programme = { ...npqel, id: "1", vatPence: 81_980, feeWithVatPence: 491_880 };
const run = { name: "Spring 2027", startsOn: "2027-05-01", endsOn: "2028-10-31", open: true };

describe("a programme's facts for search engines", () => {
  // What Google asks of a Course with CourseInstances, and the types that schema.org gives them.
  it("has what a course and its runs need", () => {
    const facts = courseFacts(programme, [run], where) as Record<string, never>;
    expect(facts).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Course",
      name: "National Professional Qualification for Executive Leadership",
      provider: { "@type": "CollegeOrUniversity", name: "UCL Centre for Educational Leadership" },
      offers: { "@type": "Offer", category: "Paid", price: "4918.80", priceCurrency: "GBP" },
      hasCourseInstance: [
        {
          "@type": "CourseInstance",
          courseMode: "Blended",
          courseWorkload: "PT75H",
          startDate: "2027-05-01",
        },
      ],
    });
    expect(String(facts.description).length).toBeGreaterThan(20);
    for (const [, address] of JSON.stringify(facts).matchAll(/"(?:url|@id)":"([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/npq\.example\.org/);
  });

  it("cannot end its own element, and stays on a page whose scripts are taken out", () => {
    const text = factsText(courseFacts({ ...programme, summary: "</script><script>alert(1)" }, [], where));
    expect(text).not.toContain("<");
    const page = `<script nonce="x">1</script><script type="application/ld+json">${text}</script><script>2</script>`;
    expect(withoutScripts(page)).toBe(`<script type="application/ld+json">${text}</script>`);
    expect(JSON.parse(text).description).toBe("</script><script>alert(1)");
  });
});
