import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { applicationQueue } from "@/lib/applications/queue";
import { queueFilters } from "@/lib/applications/schema";
import { managedCohorts } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayInLondon, longDate } from "@/lib/dates";
import { staffEvents } from "@/lib/events/queries";

export const metadata: Metadata = { title: "Today" };

export default async function StaffPage() {
  const actor = await requireStaff("/staff");
  const managed = managedCohorts(actor);
  const decides = managed === "all" || managed.length > 0;
  const [queue, events] = await Promise.all([
    decides ? applicationQueue(actor, queueFilters.parse({})) : null,
    staffEvents(actor, { show: "to_take", page: 1 }, now()),
  ]);
  const toTake = events.rows;
  const waiting: [string, number, string][] = queue
    ? [
        ["to be read", queue.counts.submitted, "/staff/applications?state=submitted"],
        ["under review", queue.counts.under_review, "/staff/applications?state=under_review"],
        ["on the waiting list", queue.counts.waitlisted, "/staff/applications?state=waitlisted"],
        ["offers not answered yet", queue.counts.offered, "/staff/applications?state=offered"],
      ]
    : [];
  return (
    <>
      <PageHeading title="Today" caption={longDate(dayInLondon(now()))} />
      {queue ? (
        <section className="mb-10">
          <h2 className="mb-4">Applications</h2>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {waiting.map(([what, count, href]) => (
              <li key={what}>
                <a className="card block no-underline" href={href}>
                  <b className="block font-head text-3xl">{count}</b>
                  {what}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="mb-4">Registers to take</h2>
        {toTake.length === 0 ? <p>Every register is taken.</p> : null}
        <ul className="stack-list max-w-prose">
          {toTake.map((event) => (
            <li key={event.id}>
              <a href={`/staff/events/${event.id}/register`}>{event.title}</a>{" "}
              <span className="text-muted">
                {event.when} · {event.cohortName}
                {event.groupName ? ` · ${event.groupName}` : ""}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
