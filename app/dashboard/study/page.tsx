import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { StudyTable } from "@/components/dashboard/study-table";
import { PageHeading } from "@/components/ui/page-heading";
import { hoursAndMinutes, unbroken } from "@/lib/dates";
import { studyLog } from "@/lib/engagement/study-log";
import { findOverview, type Search } from "../find";
import { Frame } from "../frame";

export const metadata: Metadata = { title: "Your study log" };

export default async function StudyPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/study", searchParams);
  if (!overview) {
    return (
      <Frame actor={actor} current="/dashboard/route-map">
        <PageHeading title="Your study log" />
        <NoPlaceYet />
      </Frame>
    );
  }
  const modules = await studyLog(actor, overview);
  const logged = modules.reduce((sum, { loggedMinutes }) => sum + loggedMinutes, 0);
  const asked = modules.reduce((sum, { milestone }) => sum + (milestone.minutes ?? 0), 0);
  const { fullName, programme, cohort } = overview.enrolment;
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading
        title="Your study log"
        caption={unbroken(
          `${fullName}, ${programme.shortName}, ${cohort.name}. ${hoursAndMinutes(logged)} of self-directed study logged, ${hoursAndMinutes(asked)} asked over the programme.`,
        )}
        back={{ href: `/dashboard/route-map?cohort=${cohort.id}`, label: "Your route map" }}
      />
      {modules.map((module) => (
        <StudyTable key={module.milestone.id} module={module} />
      ))}
    </Frame>
  );
}
