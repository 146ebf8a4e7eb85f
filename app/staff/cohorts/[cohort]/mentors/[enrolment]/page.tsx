import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ItemList } from "@/components/mentoring/item-list";
import { MentorCard, MentorsBefore } from "@/components/mentoring/mentor-card";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { mentoringForStaff } from "@/lib/mentoring/queries";
import { cohortTitle, findCohort } from "../../find";
import { MentorActs } from "./acts";

type Props = {
  params: Promise<{ cohort: string; enrolment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = new Map([
  ["named", "The mentor is named, and we have written to them."],
  ["resent", "A new link is on its way."],
  [
    "withdrawn",
    "The link is withdrawn. Nothing is shown by it, and nothing is sent until you send it again.",
  ],
  ["ended", "The mentor has ended. What they confirmed stays."],
]);

export default async function ParticipantMentorPage({ params, searchParams }: Props) {
  const { cohort: cohortId, enrolment } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/mentors/${encodeURIComponent(enrolment)}`);
  const person = (await mentoringForStaff(actor, cohort.id, enrolment, now())) ?? notFound();
  const { done } = await searchParams;
  const said = typeof done === "string" ? DONE.get(done) : undefined;
  const home = `/staff/cohorts/${cohort.id}`;
  const title = `Mentor of ${person.fullName}`;
  return (
    <>
      <PageTitle title={`${title}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={title}
        caption={`${cohortTitle(cohort)} · ${person.workplace}`}
        back={{ href: `${home}/mentors`, label: "Mentors" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="milestone-columns">
        <div>
          <MentorCard mentor={person.mentor} link={person.link}>
            <p className="mt-4">
              <ButtonLink href={`${home}/mentors/${enrolment}/another`} variant="secondary">
                {person.mentor ? "Name another mentor" : "Name a mentor"}
              </ButtonLink>
            </p>
          </MentorCard>
          {person.mentor ? (
            <MentorActs
              where={{ cohortId: cohort.id, enrolmentId: enrolment }}
              mentor={person.mentor}
              link={person.link}
            />
          ) : null}
        </div>
        <div>
          <section className="card mb-6" aria-labelledby="between">
            <h2 id="between">Check-ins and reports</h2>
            <ItemList items={person.items} audience="staff" />
          </section>
          <MentorsBefore before={person.before} />
          <p>
            <a href={`${home}/participants/${enrolment}`}>{person.fullName}: engagement and records</a>
          </p>
        </div>
      </div>
    </>
  );
}
