import "server-only";
import type { Actor } from "../../auth/actor";
import { countOrRefuse, type Limit } from "../../auth/rate-limit";
import { nameOfFile } from "../../csv-read";
import { db } from "../../db";
import { registerFor } from "../../engagement/register";
import type { Register } from "../../engagement/schema";
import { type RegisterResult, takeRegister } from "../../engagement/take-register";
import { FieldProblem, NotFound, WrongState } from "../../errors";
import { type AttendanceReport, type GivenMark, toMarks } from "../schema";
import { eventTimes } from "../times";
import { minutesOf, peopleOf } from "./people";
import { lengthOfEvent, markFor, propose } from "./propose";
import { readReport } from "./report-file";

/** Reading a file costs the server something. */
const UPLOADS: Limit = { name: "attendance-uploads", max: 60, windowMinutes: 60 };

/**
 * Reads a meeting's attendance report and sets it beside the event's register. Writes nothing: the file is not kept.
 * @throws NotFound for who may not take the register; FieldProblem on `file` for one that cannot be read, or is
 * of another meeting; WrongState before the day of the event; TooMany
 */
export async function readAttendance(
  actor: Actor,
  sent: { eventId: string; share: number; file: { name: string; bytes: Uint8Array } | null },
  at: Date,
): Promise<AttendanceReport> {
  const register = await openRegister(actor, sent.eventId, at);
  await countOrRefuse(UPLOADS, actor.userId, "You have sent very many files.", at);
  const { file, share } = sent;
  if (!file || file.bytes.length === 0) throw new FieldProblem("file", "Choose a file that is not empty");
  const { event } = register;
  const { people, wrong } = peopleOf(readReport(file.bytes), event);
  if (people.every((person) => minutesOf([person], event) === 0))
    throw new FieldProblem(
      "file",
      `Nobody in this report was there at the event’s time, ${eventTimes(event.startsAt, event.endsAt)}. Is it of another meeting?`,
    );
  const known = await db.enrolment.findMany({
    where: { id: { in: register.rows.map(({ enrolmentId }) => enrolmentId) } },
    select: { id: true, fullName: true, user: { select: { email: true } } },
  });
  return {
    fileName: nameOfFile(file.name, "attendance.csv"),
    share: String(share),
    version: register.version,
    ...propose(
      register,
      known.map(({ id, fullName, user }) => ({ enrolmentId: id, fullName, email: user.email })),
      people,
      share,
    ),
    wrong,
  };
}

/**
 * Puts what a report came to into the register, in one transaction. The same again changes nothing.
 * @param input.there minutes in the meeting, by enrolment
 * @param input.absent whoever has no mark and is not in the report was absent
 * @throws what takeRegister throws: StaleVersion when the register has changed since the report was read, FieldProblem on
 * `reason` where a mark is corrected and nobody says why, WrongState for a mark of oneself
 */
export async function enterAttendance(
  actor: Actor,
  input: {
    eventId: string;
    version: string;
    share: number;
    absent: boolean;
    there: ReadonlyMap<string, number>;
    /** Why, where marks that stand are corrected. */
    reason: string;
  },
  at: Date,
): Promise<RegisterResult> {
  const { eventId, version, share, there, reason } = input;
  const register = await openRegister(actor, eventId, at);
  const terms = { share, length: lengthOfEvent(register.event), full: register.milestone.minutes };
  const marks = new Map<string, GivenMark>();
  for (const [id, minutes] of there) marks.set(id, markFor(minutes, terms));
  if (input.absent)
    for (const { enrolmentId, mark, own } of register.rows)
      if (mark === null && !own && !there.has(enrolmentId)) marks.set(enrolmentId, { mark: "absent" });
  if (marks.size === 0)
    throw new WrongState("Nobody of the register is chosen, so there is nothing to enter.");
  return takeRegister(actor, { eventId, version, reason, marks: toMarks(marks) }, at);
}

async function openRegister(actor: Actor, eventId: string, at: Date): Promise<Register> {
  const register = await registerFor(actor, eventId, at);
  if (!register) throw new NotFound();
  if (!register.canTake) throw new WrongState("The register can be taken from the day of the event on.");
  return register;
}
