import { notFound } from "next/navigation";
import { VenueHead } from "@/components/events/venue-head";
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
        is deleted two weeks after the last of these events.
      </p>
      <p className="mb-5">
        {expected} expected, {rows.length} of them with needs.
      </p>
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard on a phone
        <section className="table-scroll" tabIndex={0} aria-label={NAME}>
          <table className="data-table venue-list min-w-[40rem]">
            <thead>
              <tr>
                <th scope="col">Participant</th>
                <th scope="col">Access</th>
                <th scope="col">Food</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ enrolmentId, fullName, access, dietary }) => (
                <tr key={enrolmentId}>
                  <th scope="row">{fullName}</th>
                  <td className="whitespace-pre-line wrap-anywhere">{access}</td>
                  <td className="whitespace-pre-line wrap-anywhere">{dietary}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
