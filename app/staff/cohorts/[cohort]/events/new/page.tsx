import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { EventFields } from "@/components/registers/event-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { eventChoices } from "@/lib/events/choices";
import { cohortTitle, findCohort } from "../../find";
import { submitEvent } from "../actions";

export default async function NewEventPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/events/new");
  const choices = (await eventChoices(actor, cohort.id)) ?? notFound();
  return (
    <div className="max-w-prose">
      <PageHeading
        title="Add an event"
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}/events`, label: "Events" }}
      />
      <ActionForm
        action={submitEvent.bind(null, cohort.id)}
        title="Add an event"
        submitLabel="Add the event"
        hidden={{ formKey: crypto.randomUUID() }}
      >
        <EventFields choices={choices} />
      </ActionForm>
    </div>
  );
}
