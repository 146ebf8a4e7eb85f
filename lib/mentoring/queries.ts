import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { bounces } from "../email/dead-letters";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { itemsOfEnrolment, itemView, mentorSelect, mentorView } from "./items";
import { newestLink } from "./resend";
import type { LinkView, MentoringForStaff, MyMentoring } from "./views";

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
  const active = row.state === "active";
  const mentoring = await mentoringOf(row, at);
  // Nothing is asked of somebody who is away.
  const items = mentoring.items.map((item) =>
    !active && item.standing === "open" ? { ...item, standing: "not_required" as const } : item,
  );
  return { enrolmentId: row.id, active, programme, ...mentoring, items };
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
