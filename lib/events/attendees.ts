import "server-only";
import { managesCohort } from "../auth/actor";
import { db } from "../db";
import { markOf } from "../engagement/register";
import { attendance } from "../enrolments/expected";
import type { Prisma } from "../generated/prisma/client";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { BY_NAME, runBy } from "./who-comes";

const select = {
  id: true,
  fullName: true,
  workplace: true,
  jobTitle: true,
  user: { select: { email: true } },
} as const satisfies Prisma.EnrolmentSelect;
type Attendee = Prisma.EnrolmentGetPayload<{ select: typeof select }> & {
  before: string;
  mark: string;
  minutes: number | null;
};

const COLUMNS: readonly ListColumn<Attendee>[] = [
  { heading: "Name", width: 26, cell: ({ fullName }) => fullName },
  { heading: "E-mail", width: 34, cell: ({ user }) => user.email },
  { heading: "Workplace", width: 34, cell: ({ workplace }) => workplace },
  { heading: "Job title", width: 26, cell: ({ jobTitle }) => jobTitle },
  { heading: "Before the event", cell: ({ before }) => before },
  { heading: "Register", cell: ({ mark }) => mark },
  { heading: "Minutes attended", cell: ({ minutes }) => minutes },
];

/**
 * Those who are expected at an event (`event=`), have said that they cannot come, or were marked. With their
 * addresses, so for the cohort's managers and administrators only.
 */
export const attendeesList: ListOf = async (actor, { event: eventId = "" }) => {
  const event = await runBy(actor, eventId);
  if (!event || !managesCohort(actor, event.cohortId)) return null;
  const [{ expected, sorry }, marks] = await Promise.all([
    attendance(db, eventId),
    db.engagementRecord.findMany({
      where: { eventId, supersededBy: null },
      select: { enrolmentId: true, minutes: true, completes: true },
    }),
  ]);
  const live = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const people = await db.enrolment.findMany({
    where: {
      OR: [{ id: { in: [...expected, ...sorry.keys()] }, state: "active" }, { id: { in: [...live.keys()] } }],
    },
    select,
    orderBy: BY_NAME,
  });
  return listFile({
    title: "Who comes",
    columns: COLUMNS,
    cohortId: event.cohortId,
    rows: people.map((person) => {
      const found = live.get(person.id);
      return {
        ...person,
        before: expected.has(person.id) ? "expected" : sorry.has(person.id) ? "cannot come" : "",
        mark: found ? markOf(found) : "",
        minutes: found?.minutes ?? null,
      };
    }),
  });
};
