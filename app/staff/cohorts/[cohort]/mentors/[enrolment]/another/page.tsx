import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { MentorFields } from "@/components/mentoring/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { mentoringForStaff } from "@/lib/mentoring/queries";
import { findCohort } from "../../../find";
import { nameAnother } from "../../actions";

export default async function NameMentorPage({
  params,
}: {
  params: Promise<{ cohort: string; enrolment: string }>;
}) {
  const { cohort: cohortId, enrolment } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/mentors/${encodeURIComponent(enrolment)}/another`);
  const person = (await mentoringForStaff(actor, cohort.id, enrolment, now())) ?? notFound();
  const title = `Name the mentor of ${person.fullName}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        back={{
          href: `/staff/cohorts/${cohort.id}/mentors/${enrolment}`,
          label: `Mentor of ${person.fullName}`,
        }}
      />
      {person.mentor ? (
        <p className="mb-6">
          {person.mentor.name} then no longer sees anything of {person.fullName}’s; what they have confirmed
          stays.
        </p>
      ) : null}
      <ActionForm
        action={nameAnother.bind(null, { cohortId: cohort.id, enrolmentId: enrolment })}
        title={title}
        submitLabel="Name this mentor"
        hidden={{ seen: person.mentor?.mentorId ?? "" }}
      >
        <MentorFields />
      </ActionForm>
    </div>
  );
}
