import type { Metadata } from "next";
import { ChoiceCard } from "@/components/events/choice-card";
import { MyEventList } from "@/components/registers/my-event-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myChoices } from "@/lib/events/my-choices";
import { myEvents } from "@/lib/events/my-events";
import { Frame } from "../frame";

export const metadata: Metadata = { title: "Your events" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MyEventsPage({ searchParams }: Props) {
  const actor = await requireViewer("/dashboard/events");
  const at = now();
  const [events, choices, { done }] = await Promise.all([
    myEvents(actor, at),
    myChoices(actor, at),
    searchParams,
  ]);
  const past = events.filter((event) => event.past);
  return (
    <Frame actor={actor} current="/dashboard/events">
      <PageHeading
        title="Your events"
        caption="What you are expected at, and what you have been to. Times are London time."
      />
      {done === "given-up" ? (
        <div className="mb-5 max-w-[60rem]">
          <Notice tone="done" title="It is given up">
            If somebody waited for your place, they have it now. You can choose again while there are places.
          </Notice>
        </div>
      ) : null}
      <p className="mb-5 flex flex-wrap gap-x-6 gap-y-1">
        <a href="/dashboard/calendar">Put these, and what is due, in your own calendar</a>
        {past.some(({ minutes }) => minutes > 0) ? (
          <a href="/dashboard/events/statement">Your statement of attendance</a>
        ) : null}
      </p>
      <div className="max-w-[60rem]">
        {choices.map((choice) => (
          <ChoiceCard key={choice.milestoneId} choice={choice} />
        ))}
        <MyEventList
          title="To come"
          events={events.filter((event) => !event.past)}
          none="Nothing is planned for you just now. Events are listed here, with place and times, once they have a date."
        />
        <MyEventList title="Past" events={past.toReversed()} none="None yet." />
      </div>
    </Frame>
  );
}
