import { notFound } from "next/navigation";
import { ContactLog } from "@/components/engagement/contact-log";
import { EngagementCard } from "@/components/engagement/engagement-card";
import { forecastOf } from "@/components/engagement/forecast";
import { MilestoneTable } from "@/components/engagement/milestone-table";
import { PageTitle } from "@/components/engagement/page-title";
import { PersonCard } from "@/components/participant-file/person-card";
import { TimelineList } from "@/components/participant-file/timeline-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { contactsWith } from "@/lib/engagement/contacts";
import { learningMinutes } from "@/lib/engagement/progress";
import { overallSentence } from "@/lib/engagement/sentences";
import { timelineQuestion } from "@/lib/participant-file/schema";
import { timelineOf } from "@/lib/participant-file/timeline";
import { cohortTitle } from "../../find";
import { findParticipant, type Params } from "./find";

const DONE = new Map([
  ["entered", "The record is saved. What it replaces stays in the list."],
  ["excused", "They are excused from it."],
  ["required", "It is required of them again."],
  ["excepted", "The exception is recorded: the assessment opens for them below the line."],
  ["not_excepted", "The exception is taken back."],
]);

type Props = {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ParticipantPage({ params, searchParams }: Props) {
  const [{ actor, cohort, person, home }, asked] = await Promise.all([
    findParticipant(await params),
    searchParams,
  ]);
  const question = timelineQuestion.parse(asked);
  const [contacts, timeline] = await Promise.all([
    contactsWith(actor, cohort.id, person.enrolmentId),
    timelineOf(actor, cohort.id, person.enrolmentId, question),
  ]);
  if (!contacts || !timeline) notFound();
  const { engagement, milestones, records } = person;
  const learning = { minutes: learningMinutes(milestones), ofMinutes: person.learningMinutes };
  const said = DONE.get(String(asked.done));
  return (
    <>
      <PageTitle title={`${person.fullName}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={person.fullName}
        caption={`${cohortTitle(cohort)} · ${person.jobTitle}, ${person.workplace}`}
        back={{ href: `/staff/cohorts/${cohort.id}/participants`, label: "Participants" }}
      />
      {said ? <Notice tone="done">{said}</Notice> : null}
      <div className="top-cards mb-7 items-start">
        <EngagementCard
          engagement={engagement}
          forecast={person.state === "active" ? forecastOf(engagement) : undefined}
          overall={overallSentence(engagement)}
          learning={learning}
        />
        <PersonCard
          person={person}
          home={home}
          mentors={`/staff/cohorts/${cohort.id}/mentors/${person.enrolmentId}`}
        />
      </div>
      <h2 className="mb-3">Who was in touch</h2>
      <ContactLog contacts={contacts.filter(({ live }) => live).slice(0, 2)} correct={`${home}/contacts`} />
      <p className="no-print mt-3 mb-7">
        <a href={`${home}/contacts`}>All contacts, and log one</a>
      </p>
      <h2 className="mb-3">Milestones and what is recorded</h2>
      <MilestoneTable milestones={milestones} records={records} home={home} />
      <TimelineList {...timeline} kind={question.kind} home={home} />
    </>
  );
}
