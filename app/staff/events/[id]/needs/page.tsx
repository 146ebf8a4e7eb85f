import { notFound } from "next/navigation";
import { NeedsTable } from "@/components/events/needs-table";
import { VenueHead } from "@/components/events/venue-head";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { needsOfEvent } from "@/lib/events/who-comes";

const NAME = "Access and food";

/** What those who come need, to be printed for the venue: for those who run the event. */
export default async function EventNeedsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/events/${encodeURIComponent(id)}/needs`);
  const list = (await needsOfEvent(actor, id)) ?? notFound();
  const { rows, expected } = list;
  return (
    <>
      <VenueHead id={id} name={NAME} head={list} />
      <p className="no-print mb-4 max-w-prose">
        It may be about people’s health: print it for those at the venue who need it, and for nobody else. It
        is deleted here two weeks after the last of these events; delete a file that you take out of it then,
        too.
      </p>
      <p className="mb-5">
        {expected} expected, {rows.length} of them with needs.
      </p>
      {rows.length > 0 ? (
        <>
          <NeedsTable
            name={NAME}
            rows={rows.map(({ enrolmentId, ...row }) => ({ id: enrolmentId, ...row }))}
          />
          <TakeOut list="event-needs" query={{ event: id }} />
        </>
      ) : null}
    </>
  );
}
