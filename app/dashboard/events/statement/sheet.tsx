import { AttendanceSheet } from "@/components/events/attendance-statement";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import type { AttendanceStatement } from "@/lib/events/views";
import { Frame } from "../../frame";

/** The page around a statement of attendance: how to print it, and the way back. */
export function StatementPage({
  actor,
  statement,
  back,
  backLabel,
}: {
  actor: Actor;
  statement: AttendanceStatement;
  back: string;
  backLabel: string;
}) {
  return (
    <Frame actor={actor} current="/dashboard/events">
      <title>Statement of attendance - UCL Centre for Educational Leadership</title>
      <p className="no-print pt-6 pb-4">
        <a className="inline-block py-0.5" href={back}>
          <span aria-hidden="true">← </span>
          {backLabel}
        </a>
        <span className="block text-muted">This page is made to be printed, or saved as a PDF.</span>
      </p>
      <AttendanceSheet statement={statement} today={dayInLondon(now())} />
    </Frame>
  );
}
