import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { AllAverages } from "@/components/learning-audits/averages-page";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { cohortAverages } from "@/lib/learning-audits/averages";
import { findOverview, type Search } from "../../find";
import { Frame } from "../../frame";

const TITLE = "Your cohort’s averages";
export const metadata: Metadata = { title: TITLE };

export default async function CohortAveragesPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/learning-audits/cohort", searchParams);
  const cohort = overview?.enrolment.cohort;
  const modules = cohort ? await cohortAverages(actor, cohort.id, now()) : null;
  return (
    <Frame actor={actor} current="/dashboard/learning-audits">
      <PageHeading
        title={TITLE}
        caption={cohort ? `Learning audits, ${cohort.name} cohort` : undefined}
        back={{ href: "/dashboard/learning-audits", label: "Your learning audits" }}
      />
      {modules ? <AllAverages modules={modules} /> : <NoPlaceYet />}
    </Frame>
  );
}
