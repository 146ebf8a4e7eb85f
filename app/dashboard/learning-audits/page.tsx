import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { SwitchCohort } from "@/components/dashboard/switch-cohort";
import { AuditList } from "@/components/learning-audits/audit-list";
import { PageHeading } from "@/components/ui/page-heading";
import { myAudits } from "@/lib/learning-audits/queries";
import { findOverview, type Search } from "../find";
import { Frame } from "../frame";

const TITLE = "Your learning audits";
export const metadata: Metadata = { title: TITLE };

export default async function LearningAuditsPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/learning-audits", searchParams);
  if (!overview) {
    return (
      <Frame actor={actor} current="/dashboard/learning-audits">
        <PageHeading title={TITLE} />
        <NoPlaceYet />
      </Frame>
    );
  }
  const { programme, cohort, id, state } = overview.enrolment;
  const mine = await myAudits(actor, id);
  const audits = overview.milestones.filter(({ doneBy }) => doneBy === "audit");
  return (
    <Frame actor={actor} current="/dashboard/learning-audits">
      <PageHeading title={TITLE} caption={`${programme.shortName}, ${cohort.name} cohort`} />
      <SwitchCohort others={overview.others} />
      <p className="mb-6 max-w-prose">
        At the start of each module you mark yourself against the programme’s areas of learning, and at its
        end again. The two are then put side by side.
      </p>
      <AuditList audits={audits} mine={mine} active={state === "active"} />
      <p className="mt-7 flex flex-wrap gap-x-6 gap-y-1">
        <a href="/dashboard/learning-audits/compare/programme">The whole programme, before and after</a>
        <a href="/dashboard/learning-audits/cohort">Your cohort’s averages</a>
      </p>
    </Frame>
  );
}
