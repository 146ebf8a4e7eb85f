import { notFound } from "next/navigation";
import { ImportForm } from "@/components/registers/import-form";
import { PageHeading } from "@/components/ui/page-heading";
import { hoursAndMinutes } from "@/lib/dates";
import { lengthOfEvent } from "@/lib/events/attendance/propose";
import { caption, findRegister } from "../../find";
import { submitAttendance } from "./actions";

const TITLE = "Attendance from Teams or Zoom";

export default async function AttendanceImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const register = await findRegister(id, "/register/import");
  const { event, milestone, rows, when, canTake } = register;
  if (!canTake || rows.length === 0) notFound();
  return (
    <div className="max-w-[60rem]">
      <PageHeading
        title={TITLE}
        caption={`${event.title} · ${when} · ${caption(register)}`}
        back={{ href: `/staff/events/${id}/register`, label: "The register" }}
      />
      <ImportForm
        action={submitAttendance.bind(null, id)}
        title={`${TITLE}: ${event.title}`}
        length={hoursAndMinutes(lengthOfEvent(event))}
        counts={hoursAndMinutes(milestone.minutes)}
      />
    </div>
  );
}
