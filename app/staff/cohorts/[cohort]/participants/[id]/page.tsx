import { notFound } from "next/navigation";
import { ContactLog } from "@/components/engagement/contact-log";
import { EngagementCard } from "@/components/engagement/engagement-card";
import { forecastOf } from "@/components/engagement/forecast";
import { MilestoneTable } from "@/components/engagement/milestone-table";
import { PageTitle } from "@/components/engagement/page-title";
import { STATE_NAMES } from "@/components/status/words";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { now } from "@/lib/clock";
import { contactsWith } from "@/lib/engagement/contacts";
import { participantForStaff } from "@/lib/engagement/participant";
import { learningMinutes } from "@/lib/engagement/progress";
import { overallSentence } from "@/lib/engagement/sentences";
import { cohortTitle, findCohort } from "../../find";

export default async function ParticipantPage({
  params,
}: {
  params: Promise<{ cohort: string; id: string }>;
}) {
  const { cohort: cohortId, id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/participants/${encodeURIComponent(id)}`);
  const [person, contacts] = await Promise.all([
    participantForStaff(actor, cohort.id, id, now()),
    contactsWith(actor, cohort.id, id),
  ]);
  if (!person || !contacts) notFound();
  const { engagement, milestones, records } = person;
  const learning = { minutes: learningMinutes(milestones), ofMinutes: person.learningMinutes };
  const home = `/staff/cohorts/${cohort.id}/participants/${id}`;
  return (
    <>
      <PageTitle title={`${person.fullName}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={person.fullName}
        caption={`${cohortTitle(cohort)} · ${person.jobTitle}, ${person.workplace}`}
        back={{ href: `/staff/cohorts/${cohort.id}/participants`, label: "Participants" }}
      />
      <div className="top-cards mb-7">
        <EngagementCard
          engagement={engagement}
          forecast={person.state === "active" ? forecastOf(engagement) : undefined}
          overall={overallSentence(engagement)}
          learning={learning}
        />
        <section className="card">
          <SummaryList
            rows={[
              {
                label: "State",
                value: STATE_NAMES[person.state],
                change: {
                  href: `/staff/cohorts/${cohort.id}/participants/${id}/status`,
                  what: "the state of the enrolment",
                },
              },
              { label: "E-mail", value: <a href={`mailto:${person.email}`}>{person.email}</a> },
              {
                label: "Peer learning group",
                value: person.groupName ?? "none yet",
                change: { href: `/staff/cohorts/${cohort.id}/participants/${id}/group` },
              },
              {
                label: "NPQ mentor",
                value: (
                  <a href={`/staff/cohorts/${cohort.id}/mentors/${id}`}>
                    {person.mentorName ?? "not named yet"}
                  </a>
                ),
              },
              {
                label: "Learning audits",
                value: (
                  <a href={`/staff/cohorts/${cohort.id}/participants/${person.enrolmentId}/learning-audits`}>
                    What was sent in
                  </a>
                ),
              },
              { label: "Place", value: person.fundedPlace ? "funded" : "not funded" },
            ]}
          />
          <p className="no-print mt-4">
            <a href={`/staff/cohorts/${cohort.id}/participants/${id}/viewing`}>
              See their pages as they see them
            </a>
          </p>
        </section>
      </div>
      <h2 className="mb-3">Who was in touch</h2>
      <ContactLog contacts={contacts.filter(({ live }) => live).slice(0, 2)} correct={`${home}/contacts`} />
      <p className="no-print mt-3 mb-7">
        <a href={`${home}/contacts`}>All contacts, and log one</a>
      </p>
      <h2 className="mb-3">Milestones and what is recorded</h2>
      <MilestoneTable milestones={milestones} records={records} />
    </>
  );
}
