import { MyEventChoice } from "@/components/events/my-event-choice";
import { MyEventFacts } from "@/components/events/my-event-facts";
import { Prose } from "@/components/prospectus/prose";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { renderMarkdown } from "@/lib/markdown";
import { Frame } from "../../frame";
import { findMyEvent } from "../find";
import { EventStanding } from "./standing";

const DONE = new Map([
  ["held", "You have a place. We have sent you an e-mail that says so."],
  ["waiting", "You are on the waiting list. We write to you as soon as a place is yours."],
  ["needs", "What you need is saved."],
]);

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MyEventPage({ params, searchParams }: Props) {
  const [{ event: id }, { done }] = await Promise.all([params, searchParams]);
  const { actor, event } = await findMyEvent(id);
  const said = DONE.get(String(done));
  const { title, joiningUrl, instructions } = event;
  return (
    <Frame actor={actor} current="/dashboard/events">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={title}
        caption={`${event.when} · ${event.place}`}
        back={{ href: "/dashboard/events", label: "Your events" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="event-columns">
        <div className="grid gap-5">
          <EventStanding event={event} />
          {event.choice ? <MyEventChoice id={id} choice={event.choice} /> : null}
          {joiningUrl || instructions ? (
            <Card labelledBy="joining">
              <h2 id="joining">How to join</h2>
              {joiningUrl ? (
                <p className="mb-3">
                  <ButtonLink href={joiningUrl}>Join the video call</ButtonLink>
                </p>
              ) : null}
              {instructions ? <Prose html={renderMarkdown(instructions)} /> : null}
            </Card>
          ) : null}
        </div>
        <MyEventFacts event={event} />
      </div>
    </Frame>
  );
}
