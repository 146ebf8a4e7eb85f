import "server-only";
import { managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { markOf } from "../engagement/register";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { countEvents, eventsFrom, eventsOfCohort } from "./queries";
import { eventsQuestion, type StaffEvent } from "./schema";
import { showing } from "./showing";

/** Events, and what their registers say, as files. */

const EVENTS: readonly ListColumn<StaffEvent>[] = [
  { heading: "Event", width: 34, cell: ({ title }) => title },
  { heading: "Day", cell: ({ day }) => ({ day }) },
  { heading: "When", width: 44, cell: ({ when }) => when },
  { heading: "Where", width: 20, cell: ({ place }) => place },
  { heading: "Cohort", width: 20, cell: ({ cohortName }) => cohortName },
  {
    heading: "Who",
    width: 20,
    cell: ({ groupName, byChoice }) => groupName ?? (byChoice ? "by choice" : "whole cohort"),
  },
  { heading: "Run by", width: 24, cell: ({ facilitatorName }) => facilitatorName },
  { heading: "Expected", cell: ({ expected }) => expected },
  { heading: "Room for", cell: ({ capacity }) => capacity },
  { heading: "Marked in the register", cell: ({ marked }) => marked },
  { heading: "Cancelled", cell: ({ cancelled }) => (cancelled ? "yes" : "") },
];

/** The events of a view: of a cohort (`cohort=`) for its managers, else those that staff run or manage. */
export const eventsList: ListOf = async (actor, query, at) => {
  const { cohort } = query;
  const open = { title: "Events", columns: EVENTS };
  if (cohort === undefined) {
    const { show } = eventsQuestion.parse(query);
    return listFile({
      ...open,
      count: await countEvents(actor, show, at),
      page: (skip, take) => eventsFrom(actor, show, at, skip, take),
    });
  }
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  const { show } = eventsQuestion.parse({ show: "all", ...query });
  return listFile({
    ...open,
    cohortId: cohort,
    rows: showing(await eventsOfCohort(actor, cohort, at), show),
  });
};

const select = {
  id: true,
  minutes: true,
  completes: true,
  note: true,
  recordedAt: true,
  recordedBy: { select: { name: true } },
  event: { select: { title: true, startsAt: true, peerGroup: { select: { name: true } } } },
  enrolmentMilestone: {
    select: { enrolment: { select: { fullName: true, workplace: true, user: { select: { email: true } } } } },
  },
} as const satisfies Prisma.EngagementRecordSelect;
type Mark = Prisma.EngagementRecordGetPayload<{ select: typeof select }>;
const person = ({ enrolmentMilestone }: Mark) => enrolmentMilestone.enrolment;

const ATTENDANCE: readonly ListColumn<Mark>[] = [
  { heading: "Event", width: 34, cell: ({ event }) => event?.title },
  { heading: "Day", cell: ({ event }) => event && { day: dayInLondon(event.startsAt) } },
  { heading: "Group", width: 20, cell: ({ event }) => event?.peerGroup?.name },
  { heading: "Participant", width: 26, cell: (mark) => person(mark).fullName },
  { heading: "E-mail", width: 34, cell: (mark) => person(mark).user.email },
  { heading: "School or trust", width: 34, cell: (mark) => person(mark).workplace },
  // "part" is never said to be present.
  { heading: "Register", cell: markOf },
  { heading: "Minutes", cell: ({ minutes }) => minutes },
  { heading: "Recorded by", width: 24, cell: ({ recordedBy }) => recordedBy?.name },
  { heading: "Recorded", width: 18, cell: ({ recordedAt }) => ({ at: recordedAt }) },
  { heading: "Corrected because", width: 40, cell: ({ note }) => note },
];

/** All marks of a cohort's registers as they stand (`cohort=`), for those who manage it. */
export const attendanceList: ListOf = async (actor, { cohort = "" }) => {
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  const where = {
    event: { cohortId: cohort },
    supersededBy: null,
  } satisfies Prisma.EngagementRecordWhereInput;
  const found = await db.engagementRecord.findMany({
    where,
    select: { id: true },
    orderBy: [{ event: { startsAt: "asc" } }, { eventId: "asc" }, { enrolmentId: "asc" }],
    take: MOST_ROWS,
  });
  return listFile({
    title: "Attendance",
    columns: ATTENDANCE,
    cohortId: cohort,
    ids: found.map(({ id }) => id),
    read: async (ids) => {
      const rows = await db.engagementRecord.findMany({ where: { id: { in: ids }, ...where }, select });
      return new Map(rows.map((row) => [row.id, row]));
    },
  });
};
