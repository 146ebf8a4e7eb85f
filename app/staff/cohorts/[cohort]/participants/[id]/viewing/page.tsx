import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { enrolledName } from "@/lib/people/enrolled";
import { findCohort } from "../../../find";
import { look } from "./actions";

type Props = { params: Promise<{ cohort: string; id: string }> };

/** Says what looking at somebody's pages means, and asks why. */
export default async function BeginViewingPage({ params }: Props) {
  const { cohort: cohortId, id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/participants/${encodeURIComponent(id)}/viewing`);
  const name = (await enrolledName(actor, cohort.id, id)) ?? notFound();
  return (
    <div className="max-w-prose">
      <PageHeading
        title={`See ${name}’s pages`}
        back={{ href: `/staff/cohorts/${cohort.id}/participants/${id}`, label: name }}
      />
      <p className="mb-3">
        You see what they see for half an hour, to answer a question about it. You can change nothing. Their
        coaching, learning audits and calendar’s address are left out.
      </p>
      <p className="mb-5">
        It is written in the audit log, and {name} can read in their account that you looked, when and why.
      </p>
      <ActionForm
        action={look.bind(null, cohort.id, id)}
        title={`See ${name}’s pages`}
        submitLabel="See their pages"
      >
        <TextArea
          name="reason"
          label="Why are you looking?"
          hint="They can read this: “You asked on the telephone why module 2 is not shown as done.”"
          rows={3}
          maxLength={300}
        />
      </ActionForm>
    </div>
  );
}
