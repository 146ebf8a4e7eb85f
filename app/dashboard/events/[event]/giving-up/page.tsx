import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Frame } from "../../../frame";
import { giveUp } from "../../actions";
import { findMyEvent } from "../../find";

export default async function GivingUpPage({ params }: { params: Promise<{ event: string }> }) {
  const { event: id } = await params;
  const { actor, event } = await findMyEvent(id, "/giving-up");
  const here = event.choice?.here;
  if (!here?.mine || !here.open) notFound();
  const home = `/dashboard/events/${id}`;
  const held = here.mine === "held";
  const title = held ? "Give up your place" : "Leave the waiting list";
  return (
    <Frame actor={actor} current="/dashboard/events">
      <div className="max-w-prose">
        <PageHeading
          title={title}
          caption={`${event.title}. ${event.when}.`}
          back={{ href: home, label: event.title }}
        />
        <p className="mb-2">
          {held
            ? "Whoever waits first has your place at once. You can choose again while there are places; this one may be gone."
            : "You lose your turn. If you come back later, you start at the end."}
        </p>
        {held && event.choice?.others.length ? (
          <p className="mb-5">
            Would another place suit you? <a href="/dashboard/events">Change instead</a>, and yours goes only
            when the other is held.
          </p>
        ) : null}
        <ActionForm
          action={giveUp.bind(null, id)}
          title={title}
          submitLabel={title}
          submitVariant="warning"
          aside={<a href={home}>Keep it</a>}
        />
      </div>
    </Frame>
  );
}
