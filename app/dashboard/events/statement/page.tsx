import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/session";
import { attendanceStatement } from "@/lib/events/statement";
import { StatementPage } from "./sheet";

/** Everything that the viewer has attended so far, made to be printed. */
export default async function AllAttendancePage() {
  const actor = await requireViewer("/dashboard/events/statement");
  const statement = (await attendanceStatement(actor)) ?? notFound();
  return (
    <StatementPage actor={actor} statement={statement} back="/dashboard/events" backLabel="Your events" />
  );
}
