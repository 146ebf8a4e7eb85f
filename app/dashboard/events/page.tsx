import type { Metadata } from "next";
import { MyEventList } from "@/components/registers/my-event-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myEvents } from "@/lib/events/my-events";
import { Frame } from "../frame";

export const metadata: Metadata = { title: "Your events" };

export default async function MyEventsPage() {
  const actor = await requireViewer("/dashboard/events");
  const events = await myEvents(actor, now());
  return (
    <Frame actor={actor} current="/dashboard/events">
      <PageHeading title="Your events" caption="Everything you are expected at. Times are London time." />
      <p className="mb-5">
        <a href="/dashboard/calendar">Put these, and what is due, in your own calendar</a>
      </p>
      <div className="max-w-[60rem]">
        <MyEventList
          title="To come"
          events={events.filter(({ past }) => !past)}
          none="No events are planned for you yet. They are listed here, with place and times, once they have a date."
        />
        <MyEventList title="Past" events={events.filter(({ past }) => past).toReversed()} none="None yet." />
      </div>
    </Frame>
  );
}
