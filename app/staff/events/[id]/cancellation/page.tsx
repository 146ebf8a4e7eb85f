import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { MESSAGE_MAX } from "@/lib/events/schema";
import { cancel } from "../actions";
import { findManaged } from "../find";

const TITLE = "Cancel the event";

export default async function CancelEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { event } = await findManaged(id, "/cancellation");
  if (event.state !== "open" && event.state !== "settled") notFound();
  const home = `/staff/events/${id}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption={`${event.title}. ${event.when}.`}
        back={{ href: home, label: event.title }}
      />
      <p className="mb-5">
        {told(event.expected, event.waiting.length)}{" "}
        {event.byChoice ? "Their places end, and they are asked to choose another of these events. " : ""}
        This cannot be taken back.
      </p>
      <ActionForm
        action={cancel.bind(null, id)}
        title={TITLE}
        submitLabel="Cancel the event"
        submitVariant="warning"
        hidden={{ version: String(event.version) }}
        aside={<a href={home}>Keep it</a>}
      >
        <TextArea
          name="message"
          label="What would you like to tell them?"
          hint="Goes into the e-mail, and stands on the event’s page: why, or what happens instead."
          optional
          rows={4}
          maxLength={MESSAGE_MAX}
        />
      </ActionForm>
    </div>
  );
}

function told(expected: number, waiting: number): string {
  if (expected + waiting === 0) return "Nobody is expected yet, so nobody is told.";
  const who = expected === 1 ? "One person is expected" : `${expected} people are expected`;
  return `${who}${waiting > 0 ? `, and ${waiting} ${waiting === 1 ? "waits" : "wait"} for a place` : ""}. All of them are told by e-mail.`;
}
