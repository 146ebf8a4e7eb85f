import type { Metadata } from "next";
import { EventFilter } from "@/components/registers/event-filter";
import { StaffEventTable } from "@/components/registers/staff-event-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { hasRole } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { staffEvents } from "@/lib/events/queries";
import { eventsQuestion } from "@/lib/events/schema";

export const metadata: Metadata = { title: "Events" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StaffEventsPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/events");
  const question = eventsQuestion.parse(await searchParams);
  const { rows, total, page, pages } = await staffEvents(actor, question, now());
  const { show } = question;
  return (
    <>
      <PageHeading title="Events" caption="Those you run, and those of the cohorts you manage" />
      {hasRole(actor, "facilitator") ? (
        <p className="mb-4">
          <a href="/staff/learning-audits">Learning audits of your groups</a>
        </p>
      ) : null}
      <div className="mb-5">
        <EventFilter home="/staff/events" show={show} />
      </div>
      {total === 0 ? (
        <p>{show === "to_take" ? "Every register is taken." : "There are none of these."}</p>
      ) : (
        <StaffEventTable events={rows} withCohort />
      )}
      {total > 0 ? <TakeOut list="events" query={{ show }} /> : null}
      <PagesNav page={page} pages={pages} address={(number) => `/staff/events?show=${show}&page=${number}`} />
    </>
  );
}
