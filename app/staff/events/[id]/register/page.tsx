import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { RegisterForm } from "@/components/registers/register-form";
import { PageHeading } from "@/components/ui/page-heading";
import { foundCode, proposedMark } from "@/lib/events/register-review";
import { MARK, MINUTES, WAS } from "@/lib/events/schema";
import { caption, findRegister } from "../find";
import { submitRegister } from "./actions";

export default async function RegisterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const register = await findRegister(id, "/register");
  if (!register.canTake) notFound();
  const { event, rows } = register;
  return (
    <div className="max-w-[52rem]">
      <PageHeading
        title={`Register: ${event.title}`}
        caption={`${register.when} · ${caption(register)}`}
        back={{ href: `/staff/events/${id}`, label: event.title }}
      />
      {rows.length === 0 ? (
        <>
          <PageTitle title={`Register: ${event.title}`} />
          <p>Nobody is expected at this event yet, so there is no register to take.</p>
        </>
      ) : (
        <>
          <p className="mb-4">
            <a href={`/staff/events/${id}/register/import`}>
              Take it from Teams’ or Zoom’s attendance report
            </a>
          </p>
          <RegisterForm
            action={submitRegister.bind(null, id)}
            title={`Register: ${event.title}`}
            fullMinutes={register.milestone.minutes}
            rows={rows.map((row) => ({
              enrolmentId: row.enrolmentId,
              name: `${MARK}${row.enrolmentId}`,
              minutesName: `${MINUTES}${row.enrolmentId}`,
              minutes: row.mark === "part" ? String(row.minutes) : "",
              fullName: row.fullName,
              about: [row.workplace, row.otherGroup ? `of ${row.otherGroup}` : ""]
                .filter(Boolean)
                .join(" · "),
              sorry: row.sorry,
              sorryNote: row.sorryNote,
              own: row.own,
              mark: proposedMark(row),
              wasName: `${WAS}${row.enrolmentId}`,
              was: foundCode(row),
            }))}
          />
        </>
      )}
    </div>
  );
}
