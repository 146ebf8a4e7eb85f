import { notFound } from "next/navigation";
import { VenueHead } from "@/components/events/venue-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { requireStaff } from "@/lib/auth/session";
import { signInSheet } from "@/lib/events/who-comes";

const NAME = "Sign-in sheet";

/** Who is expected, with room for a signature, to be printed for the door. */
export default async function SignInSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/events/${encodeURIComponent(id)}/sign-in-sheet`);
  const sheet = (await signInSheet(actor, id)) ?? notFound();
  return (
    <>
      <VenueHead id={id} name={NAME} head={sheet} />
      <p className="no-print mb-5 text-muted">This page is made to be printed.</p>
      {sheet.rows.length === 0 ? <p>Nobody is expected yet.</p> : null}
      <TableScroll label={NAME}>
        <table className="data-table venue-list sign-in-sheet min-w-[40rem]">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Workplace</th>
              <th scope="col">Signature</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(({ enrolmentId, fullName, workplace }) => (
              <tr key={enrolmentId}>
                <th scope="row">{fullName}</th>
                <td>{workplace}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
