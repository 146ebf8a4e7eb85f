import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import { bounces } from "../email/dead-letters";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import {
  answerSelect,
  answerView,
  itemSelect,
  itemsOfEnrolment,
  itemView,
  mentorSelect,
  mentorView,
} from "./items";
import { newestLink } from "./resend";
import { isWhole } from "./states";
import type { LinkView, MentoringForStaff, MyCheckIn, MyMentoring, MyReport } from "./views";

const enrolmentSelect = {
  id: true,
  state: true,
  fullName: true,
  workplace: true,
  cohort: { select: { name: true, programme: { select: { shortName: true } } } },
  mentors: { select: mentorSelect, orderBy: { namedAt: "desc" } },
  milestones: itemsOfEnrolment,
} as const satisfies Prisma.EnrolmentSelect;
type Row = Prisma.EnrolmentGetPayload<{ select: typeof enrolmentSelect }>;

const NO_LINK: LinkView = { seen: "", sentOn: null, until: null, withdrawn: false, bouncing: false };

/** The viewer's mentor and what is between them: of the latest active enrolment, else the latest. Null without one. */
export async function myMentoring(
  actor: Actor,
  at: Date,
): Promise<(MyMentoring & { enrolmentId: string }) | null> {
  const rows = await db.enrolment.findMany({
    where: { userId: actor.userId },
    select: enrolmentSelect,
    orderBy: { enrolledAt: "desc" },
  });
  const row = rows.find(({ state }) => state === "active") ?? rows[0];
  if (!row) return null;
  const programme = `${row.cohort.programme.shortName}, ${row.cohort.name}`;
  return { enrolmentId: row.id, active: row.state === "active", programme, ...(await mentoringOf(row, at)) };
}

/** The same of one participant, for those who manage the cohort; null for everybody else. */
export async function mentoringForStaff(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
  at: Date,
): Promise<MentoringForStaff | null> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) return null;
  const row = await db.enrolment.findFirst({ where: { id: enrolmentId, cohortId }, select: enrolmentSelect });
  if (!row) return null;
  const { fullName, workplace } = row;
  return { enrolmentId, fullName, workplace, ...(await mentoringOf(row, at)) };
}

async function mentoringOf(row: Row, at: Date) {
  const mentor = row.mentors.find(({ endedAt }) => endedAt === null);
  const today = dayInLondon(at);
  return {
    mentor: mentor ? mentorView(mentor) : null,
    before: row.mentors.filter(({ endedAt }) => endedAt !== null).map(mentorView),
    link: mentor ? await linkView(mentor) : NO_LINK,
    items: row.milestones.map((each) => itemView(each, mentor?.askings ?? [], today)),
  };
}

async function linkView({ email, contact }: Row["mentors"][number]): Promise<LinkView> {
  const [link, bouncing] = await Promise.all([newestLink(db, email), bounces(email)]);
  return {
    seen: link?.id ?? "",
    sentOn: link ? dayInLondon(link.sentAt) : null,
    until: link ? dayInLondon(link.expiresAt) : null,
    withdrawn: Boolean(contact?.linkWithdrawnAt),
    bouncing,
  };
}

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
