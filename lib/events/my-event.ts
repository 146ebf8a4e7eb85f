import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { markOf } from "../engagement/register";
import { attendance } from "../enrolments/expected";
import { lineOf } from "../enrolments/line";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { myChoices } from "./my-choices";
import { allows, eventState, faceToFace } from "./states";
import { eventTimes } from "./times";
import type { MyAttendance, MyEventDetail } from "./views";

/**
 * One event of the viewer's cohort: theirs to choose, of their group, with a place or record of theirs, or the whole
 * cohort's. Null for everybody else and for who has withdrawn. How one joins is only for those who are expected. At
 * most seven queries, and one more for who has moved here.
 */
export async function myEvent(actor: Actor, eventId: string, at: Date): Promise<MyEventDetail | null> {
  if (!isId(eventId)) return null;
  const me = await db.enrolment.findFirst({
    where: {
      userId: actor.userId,
      state: { not: "withdrawn" },
      cohort: { events: { some: { id: eventId } } },
    },
    select: {
      id: true,
      state: true,
      peerGroupId: true,
      continuesId: true,
      application: { select: { needs: { select: { access: true, dietary: true } } } },
    },
  });
  if (!me) return null;
  const event = await db.event.findFirst({
    where: {
      id: eventId,
      OR: [
        { peerGroupId: null },
        ...(me.peerGroupId ? [{ peerGroupId: me.peerGroupId }] : []),
        { places: { some: { enrolmentId: me.id } } },
        { records: { some: { enrolmentId: me.id } } },
      ],
    },
    select: {
      id: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      version: true,
      byChoice: true,
      choiceUntil: true,
      cancelledAt: true,
      cancelledNote: true,
      joiningUrl: true,
      instructions: true,
      milestone: { select: { id: true, title: true, minutes: true } },
      cohort: { select: { programme: { select: { shortName: true } } } },
      peerGroup: { select: { id: true, name: true } },
      facilitator: { select: { name: true } },
    },
  });
  if (!event) return null;
  const { milestone, cohort, peerGroup, facilitator, joiningUrl, instructions, ...shown } = event;
  const [{ expected, sorry }, choice, needs, mark] = await Promise.all([
    attendance(db, eventId, [me.id]),
    choiceAt(actor, event, at),
    db.eventNeeds.findUnique({
      where: { enrolmentId_milestoneId: { enrolmentId: me.id, milestoneId: milestone.id } },
      select: { access: true, dietary: true },
    }),
    attendanceOf(me.id, eventId),
  ]);
  // Who has moved to another cohort is expected there, and joins nothing here any more.
  const comes = me.state !== "transferred" && expected.has(me.id);
  const state = eventState(event, at);
  const joins = comes && state !== "over" && state !== "cancelled";
  const before = me.application?.needs ?? (me.continuesId ? await needsBefore(me.id) : null) ?? NOTHING;
  return {
    ...shown,
    when: eventTimes(event.startsAt, event.endsAt),
    shortName: cohort.programme.shortName,
    milestone,
    groupName: peerGroup?.name ?? null,
    ownGroup: peerGroup !== null && peerGroup.id === me.peerGroupId,
    facilitatorName: facilitator?.name || null,
    state,
    expected: comes,
    sorry: sorry.has(me.id),
    joiningUrl: joins ? joiningUrl : null,
    instructions: joins ? instructions : "",
    choice,
    needs: { ...(needs ?? before), kept: needs !== null },
    canTellNeeds:
      (comes || choice?.here.mine === "waiting") && allows("tell_needs", state) && faceToFace(event.place),
    attendance: mark,
  };
}

async function choiceAt(
  actor: Actor,
  { id, byChoice, milestone }: { id: string; byChoice: boolean; milestone: { id: string } },
  at: Date,
): Promise<MyEventDetail["choice"]> {
  if (!byChoice) return null;
  const [all] = await myChoices(actor, at, milestone.id);
  const here = all?.options.find(({ eventId }) => eventId === id);
  if (!all || !here) return null;
  const others = all.options.filter((option) => option !== here);
  return { here, held: all.held, waiting: all.waiting, others };
}

const NOTHING = { access: "", dietary: "" };

/** What somebody who moved here said that they need when they applied. */
async function needsBefore(enrolmentId: string): Promise<typeof NOTHING | null> {
  const [found] = await db.$queryRaw<(typeof NOTHING)[]>`
    SELECT n.access, n.dietary FROM ${lineOf(Prisma.sql`${enrolmentId}::uuid`)} line
    JOIN "Enrolment" e ON e.id = line.id JOIN "ApplicationNeeds" n ON n."applicationId" = e."applicationId"`;
  return found ?? null;
}

/** What the register says; null before it is taken. */
async function attendanceOf(enrolmentId: string, eventId: string): Promise<MyAttendance | null> {
  const record = await db.engagementRecord.findFirst({
    where: { enrolmentId, eventId, supersededBy: null },
    select: { minutes: true, completes: true, recordedAt: true, recordedBy: { select: { name: true } } },
  });
  if (!record) return null;
  const { minutes, recordedAt, recordedBy } = record;
  return {
    mark: markOf(record),
    minutes,
    recordedOn: dayInLondon(recordedAt),
    recordedBy: recordedBy?.name ?? null,
  };
}
