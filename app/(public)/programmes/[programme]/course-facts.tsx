import { now } from "@/lib/clock";
import { publicCohorts } from "@/lib/cohorts/queries";
import { takesApplications } from "@/lib/cohorts/situation";
import { dayInLondon, monthEnd } from "@/lib/dates";
import { env } from "@/lib/env";
import type { Prospectus } from "@/lib/programmes/schema";
import { courseFacts, factsText } from "@/lib/programmes/structured-data";

/** The programme's facts for search engines. Cohorts that are over are left out. */
export async function CourseFacts({ programme }: { programme: Prospectus }) {
  const today = dayInLondon(now());
  const runs = (await publicCohorts(programme.id))
    .map((cohort) => ({
      name: cohort.name,
      startsOn: cohort.startsOn,
      endsOn: monthEnd(cohort.startsOn, programme.durationMonths - 1),
      open: takesApplications(cohort, today),
    }))
    .filter(({ endsOn }) => endsOn >= today);
  const facts = courseFacts(programme, runs, {
    origin: env().NEXTAUTH_URL,
    path: `/programmes/${programme.slug}`,
  });
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without "<"; browsers do not run this type
      dangerouslySetInnerHTML={{ __html: factsText(facts) }}
    />
  );
}
