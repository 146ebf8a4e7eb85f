import { notFound } from "next/navigation";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { PageTitle } from "@/components/engagement/page-title";
import { ComparisonParts } from "@/components/learning-audits/comparison";
import { ComparisonLinks } from "@/components/learning-audits/comparison-links";
import { PageHeading } from "@/components/ui/page-heading";
import { Still } from "@/components/ui/still";
import { requireViewerWith } from "@/lib/auth/session";
import { dayInLondon } from "@/lib/dates";
import { changeInWords, compared, pairFor } from "@/lib/learning-audits/compare";
import { sentAudits } from "@/lib/learning-audits/queries";
import { COMPARISON_WORDS, comparison } from "@/lib/learning-audits/schema";
import { Frame } from "../../../frame";

export default async function ComparePage({ params }: { params: Promise<{ module: string }> }) {
  const { module } = await params;
  const { actor, found: audits } = await requireViewerWith(
    `/dashboard/learning-audits/compare/${encodeURIComponent(module)}`,
    sentAudits,
  );
  const which = comparison.safeParse(module).data ?? notFound();
  const pair = pairFor(audits ?? [], which);
  const areas = compared(pair);
  const day = (audit: typeof pair.before) => (audit ? dayInLondon(audit.submittedAt) : null);
  const title = `${COMPARISON_WORDS[which]}, before and after`;
  return (
    <Frame actor={actor} current="/dashboard/learning-audits">
      <PageTitle title={title} />
      <Still>
        <PageHeading
          title={title}
          caption="Your learning audit and its review"
          back={{ href: "/dashboard/learning-audits", label: "Your learning audits" }}
        />
        {audits ? <ComparisonLinks current={which} home="/dashboard/learning-audits/compare/" /> : null}
        {audits && areas.length > 0 ? (
          <ComparisonParts
            areas={areas}
            days={{ before: day(pair.before), after: day(pair.after) }}
            sentence={changeInWords(areas)}
          />
        ) : null}
        {audits && areas.length === 0 ? <p>There is nothing to compare yet: no audit was sent in.</p> : null}
        {audits ? null : <NoPlaceYet />}
      </Still>
    </Frame>
  );
}
