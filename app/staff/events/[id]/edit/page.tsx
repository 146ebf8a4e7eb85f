import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { EventDetailFields } from "@/components/registers/event-detail-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { eventChoices } from "@/lib/events/choices";
import { detailsOf } from "@/lib/events/details";
import { change } from "../actions";
import { findManaged } from "../find";

const TITLE = "Change the event";
const TOLD =
  "When the time or the place changes, everybody who is expected or waits is told by e-mail. What it is for and who is expected stay as they are: for that, cancel it and add another.";

export default async function EditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await findManaged(id, "/edit");
  if (event.state === "over" || event.state === "cancelled") notFound();
  const { facilitators } = (await eventChoices(actor, event.cohortId)) ?? notFound();
  const home = `/staff/events/${id}`;
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} caption={TOLD} back={{ href: home, label: event.title }} />
      <ActionForm
        action={change.bind(null, id)}
        title={TITLE}
        submitLabel="Save"
        hidden={{ version: String(event.version) }}
        aside={<a href={home}>Not now</a>}
      >
        <EventDetailFields facilitators={facilitators} details={detailsOf(event)} choice={event.byChoice} />
      </ActionForm>
    </div>
  );
}
