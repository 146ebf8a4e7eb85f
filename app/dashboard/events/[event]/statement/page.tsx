import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/session";
import { attendanceStatement } from "@/lib/events/statement";
import { StatementPage } from "../../statement/sheet";

/** That the viewer attended one event, made to be printed. */
export default async function EventStatementPage({ params }: { params: Promise<{ event: string }> }) {
  const { event: id } = await params;
  const actor = await requireViewer(`/dashboard/events/${encodeURIComponent(id)}/statement`);
  const statement = (await attendanceStatement(actor, id)) ?? notFound();
  const back = `/dashboard/events/${id}`;
  return <StatementPage actor={actor} statement={statement} back={back} backLabel="The event" />;
}
