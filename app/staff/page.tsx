import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { applicationCounts, RUNNING_OUT_DAYS } from "@/lib/applications/queue-counts";
import { isAdministrator, managedCohorts } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayInLondon, longDate } from "@/lib/dates";
import { EmailsToday } from "./emails-today";
import { EnquiriesToday } from "./enquiries-today";
import { EventsToday } from "./events-today";
import { PlacesToday } from "./places-today";
import { ReviewsToday } from "./reviews-today";
import { SecondFactorToday } from "./second-factor-today";

export const metadata: Metadata = { title: "Today" };

const QUEUE = "/staff/applications?state=";

export default async function StaffPage() {
  const actor = await requireStaff("/staff");
  const managed = managedCohorts(actor);
  const decides = managed === "all" || managed.length > 0;
  const queue = decides ? await applicationCounts(actor, now()) : null;
  const waiting: [string, number, string][] = queue
    ? [
        ["sent, to be read", queue.counts.submitted, `${QUEUE}submitted`],
        ["under review, to be decided", queue.counts.under_review, `${QUEUE}under_review`],
        ["on the waiting list", queue.counts.waitlisted, `${QUEUE}waitlisted`],
        [`offers that run out within ${RUNNING_OUT_DAYS} days`, queue.runningOut, `${QUEUE}offered`],
      ]
    : [];
  return (
    <>
      <PageHeading title="Today" caption={longDate(dayInLondon(now()))} />
      <SecondFactorToday />
      {queue ? (
        <section className="mb-10" aria-labelledby="applications">
          <h2 id="applications" className="mb-4">
            Applications
          </h2>
          <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
            {waiting.map(([what, count, href]) => (
              <li key={what}>
                <a className="card block h-full text-ink no-underline" href={href}>
                  <b className="block font-head text-3xl font-medium">{count}</b>
                  <span className="underline underline-offset-4">{what}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <PlacesToday actor={actor} />
      <EnquiriesToday actor={actor} />
      <EmailsToday actor={actor} />
      <ReviewsToday actor={actor} />
      <EventsToday actor={actor} />
      {decides ? (
        <p className="mt-10">
          <a href="/staff/audit-log">Audit log</a>: who did what, and when
        </p>
      ) : null}
      {isAdministrator(actor) ? (
        <p className="mt-2">
          <a href="/staff/people">People and roles</a>: who works here, and who may do what
        </p>
      ) : null}
    </>
  );
}
