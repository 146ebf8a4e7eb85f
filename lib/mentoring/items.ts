import type { PlainDate } from "../dates";
import { dayInLondon, plainDate } from "../dates";
import type { Prisma } from "../generated/prisma/client";
import { MENTOR_KINDS, type MentorKind } from "./schema";
import { itemStanding } from "./states";
import type { AnswerView, MentorItem, MentorView } from "./views";

/** A participant's check-ins and reports, as rows and as views. */

export const itemSelect = {
  milestoneId: true,
  completedAt: true,
  required: true,
  milestone: { select: { kind: true, title: true, module: true, opensOn: true, closesOn: true } },
  checkIn: { select: { state: true, metOn: true } },
} as const satisfies Prisma.EnrolmentMilestoneSelect;

/** The items of an enrolment, in the route map's order. */
export const itemsOfEnrolment = {
  where: { milestone: { kind: { in: [...MENTOR_KINDS] } } },
  select: itemSelect,
  orderBy: { milestone: { number: "asc" } },
} as const satisfies Prisma.Enrolment$milestonesArgs;

type ItemRow = Prisma.EnrolmentMilestoneGetPayload<{ select: typeof itemSelect }>;
type Asking = { milestoneId: string; askedAt: Date };

export function itemView(row: ItemRow, askings: readonly Asking[], today: PlainDate): MentorItem {
  const { milestoneId, completedAt, required, milestone, checkIn } = row;
  const { title, module } = milestone;
  const kind = milestone.kind as MentorKind;
  const opensOn = milestone.opensOn && plainDate(milestone.opensOn);
  const closesOn = milestone.closesOn && plainDate(milestone.closesOn);
  const facts = { kind, opensOn, required, completed: completedAt !== null, checkIn: checkIn?.state ?? null };
  const asked = askings.find((each) => each.milestoneId === milestoneId);
  return {
    milestoneId,
    kind,
    title,
    module,
    opensOn,
    closesOn,
    standing: itemStanding(facts, today),
    metOn: checkIn?.metOn ? plainDate(checkIn.metOn) : null,
    askedOn: asked ? dayInLondon(asked.askedAt) : null,
    doneOn: completedAt && dayInLondon(completedAt),
  };
}

export const answerSelect = {
  confirms: true,
  words: true,
  metOn: true,
  answeredAt: true,
  mentor: { select: { name: true } },
} as const satisfies Prisma.CheckInAnswerSelect;

export const answerView = (
  row: Prisma.CheckInAnswerGetPayload<{ select: typeof answerSelect }>,
): AnswerView => ({
  confirms: row.confirms,
  words: row.words,
  by: row.mentor.name,
  on: dayInLondon(row.answeredAt),
  metOn: plainDate(row.metOn),
});

export const mentorSelect = {
  id: true,
  name: true,
  email: true,
  jobTitle: true,
  namedAt: true,
  endedAt: true,
  contact: { select: { linkWithdrawnAt: true } },
  askings: { select: { milestoneId: true, askedAt: true } },
} as const satisfies Prisma.NpqMentorSelect;
type MentorRow = Prisma.NpqMentorGetPayload<{ select: typeof mentorSelect }>;

export const mentorView = ({ id, name, email, jobTitle, namedAt, endedAt }: MentorRow): MentorView => ({
  mentorId: id,
  name,
  email,
  jobTitle,
  from: dayInLondon(namedAt),
  to: endedAt && dayInLondon(endedAt),
});
