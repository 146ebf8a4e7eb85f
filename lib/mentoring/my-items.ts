import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { answerSelect, answerView, itemSelect, itemView, mentorSelect } from "./items";
import { isWhole } from "./states";
import type { MyCheckIn, MyReport } from "./views";

/** A check-in and a report as their participant sees them. */

const ownItem = (actor: Actor, milestoneId: string) =>
  ({
    milestoneId,
    enrolment: { userId: actor.userId },
  }) as const satisfies Prisma.EnrolmentMilestoneWhereInput;
const enrolmentOfItem = {
  state: true,
  cohort: { select: { startsOn: true } },
  mentors: { where: { endedAt: null }, select: mentorSelect },
} as const satisfies Prisma.EnrolmentSelect;

/** A check-in of the viewer's own; null when it is not theirs, or no check-in. */
export async function myCheckIn(actor: Actor, milestoneId: string, at: Date): Promise<MyCheckIn | null> {
  if (!isId(milestoneId)) return null;
  const row = await db.enrolmentMilestone.findFirst({
    where: { ...ownItem(actor, milestoneId), milestone: { kind: "mentor_check_in" } },
    select: {
      ...itemSelect,
      enrolment: { select: enrolmentOfItem },
      checkIn: {
        select: {
          state: true,
          version: true,
          metOn: true,
          talkedAbout: true,
          nextSteps: true,
          answers: { select: answerSelect, orderBy: { answeredAt: "desc" } },
        },
      },
    },
  });
  if (!row) return null;
  const { enrolment, checkIn } = row;
  const [mentor] = enrolment.mentors;
  const today = dayInLondon(at);
  const text = {
    metOn: checkIn?.metOn ? plainDate(checkIn.metOn) : null,
    talkedAbout: checkIn?.talkedAbout ?? "",
    nextSteps: checkIn?.nextSteps ?? "",
  };
  return {
    item: itemView(row, mentor?.askings ?? [], today),
    active: enrolment.state === "active",
    mentorName: mentor?.name ?? null,
    state: checkIn?.state ?? null,
    version: checkIn?.version ?? 0,
    text,
    whole: isWhole(text),
    answers: (checkIn?.answers ?? []).map(answerView),
    from: plainDate(enrolment.cohort.startsOn),
    today,
  };
}

/** A report on the viewer's programme: whether it is in, and by whom, without its words. Null when it is not theirs. */
export async function myReport(actor: Actor, milestoneId: string, at: Date): Promise<MyReport | null> {
  if (!isId(milestoneId)) return null;
  const row = await db.enrolmentMilestone.findFirst({
    where: { ...ownItem(actor, milestoneId), milestone: { kind: "impact_report" } },
    select: {
      ...itemSelect,
      enrolment: { select: enrolmentOfItem },
      reports: { where: { submittedAt: { not: null } }, select: { mentor: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const [mentor] = row.enrolment.mentors;
  return {
    item: itemView(row, mentor?.askings ?? [], dayInLondon(at)),
    mentorName: mentor?.name ?? null,
    sentBy: row.reports[0]?.mentor.name ?? null,
  };
}
