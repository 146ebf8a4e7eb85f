import { notFound } from "next/navigation";
import { NEEDS_SEEN, NeedsFields } from "@/components/events/needs-fields";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Frame } from "../../../frame";
import { tellNeeds } from "../../actions";
import { findMyEvent } from "../../find";

const TITLE = "What you need";

export default async function NeedsPage({ params }: { params: Promise<{ event: string }> }) {
  const { event: id } = await params;
  const { actor, event } = await findMyEvent(id, "/needs");
  if (!event.canTellNeeds) notFound();
  const home = `/dashboard/events/${id}`;
  return (
    <Frame actor={actor} current="/dashboard/events">
      <div className="max-w-prose">
        <PageHeading title={TITLE} caption={event.title} back={{ href: home, label: event.title }} />
        <p className="mb-5">{NEEDS_SEEN}</p>
        <ActionForm
          action={tellNeeds.bind(null, id)}
          title={TITLE}
          submitLabel="Save"
          aside={<a href={home}>Not now</a>}
        >
          <NeedsFields needs={event.needs} />
        </ActionForm>
      </div>
    </Frame>
  );
}
