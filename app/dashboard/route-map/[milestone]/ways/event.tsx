import { ButtonLink } from "@/components/ui/button";
import { Section, type Way } from "./way";

/** An event, a residential, a group's session: the facilitator takes a register. */
export function AtEvent({ title, detail }: Way) {
  const { event, state } = detail.milestone;
  const ahead = state === "upcoming" || state === "open" || state === "due_soon";
  return (
    <Section heading={event ? "Your event" : "How this is recorded"} title={title}>
      {event ? (
        <p className="mb-4">
          <ButtonLink href={`/dashboard/events/${event.id}`}>How to come, or say you cannot</ButtonLink>
        </p>
      ) : ahead ? (
        <p className="mb-3">
          <a href="/dashboard/events">Your events, and places to choose</a>
        </p>
      ) : null}
      <p>The facilitator takes a register at the event, and it shows here the same day.</p>
    </Section>
  );
}
