import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { StatementTable } from "@/components/dashboard/statement-table";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { now } from "@/lib/clock";
import { dateTimeInLondon, hoursAndMinutes, longDate, shortDate } from "@/lib/dates";
import { overallSentence, toDateSentence } from "@/lib/engagement/sentences";
import { statementItems } from "@/lib/engagement/statement";
import { findOverview, type Search } from "../find";
import { Frame } from "../frame";

export const metadata: Metadata = { title: "Statement of engagement" };

const STANDING = {
  active: "Taking part",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
  completed: "Programme completed",
  transferred: "Moved to another cohort",
} as const;

export default async function StatementPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/statement", searchParams);
  if (!overview) {
    return (
      <Frame actor={actor} current="/dashboard">
        <PageHeading title="Statement of engagement" />
        <NoPlaceYet />
      </Frame>
    );
  }
  const items = await statementItems(actor, overview);
  const { enrolment, engagement, learning, today } = overview;
  const { programme, cohort } = enrolment;
  const rows = [
    { label: "Participant", value: enrolment.fullName },
    { label: "Programme", value: `NPQ: ${programme.title}, ${cohort.name} cohort` },
    { label: "Started", value: shortDate(cohort.startsOn) },
    { label: "Standing", value: STANDING[enrolment.state] },
    { label: "Engagement to date", value: toDateSentence(engagement) },
    { label: "Engagement overall", value: overallSentence(engagement) },
    { label: "Line to reach", value: `${engagement.thresholdPercent}% of the whole programme` },
    {
      label: "Learning time",
      value: `${hoursAndMinutes(learning.minutes)} of ${hoursAndMinutes(learning.ofMinutes)}`,
    },
  ];
  return (
    <Frame actor={actor} current="/dashboard">
      <PageHeading
        title="Statement of engagement"
        caption={`As of ${longDate(today)}`}
        back={{ href: `/dashboard?cohort=${cohort.id}`, label: "Overview" }}
      />
      <div className="statement">
        <SummaryList rows={rows} />
        <h2 className="mt-9 mb-3">What has been done</h2>
        {items.length > 0 ? <StatementTable items={items} /> : <p>Nothing has been recorded yet.</p>}
        <p className="mt-6 text-muted">
          Made by the portal from its records on {dateTimeInLondon(now())}. It is not signed. UCL Centre for
          Educational Leadership, npq@ucl.ac.uk.
        </p>
        <p className="no-print mt-4">
          To print it, or to keep it as a PDF, use your browser’s print command.
        </p>
      </div>
    </Frame>
  );
}
