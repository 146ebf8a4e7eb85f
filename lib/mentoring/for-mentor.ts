import "server-only";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { currentAt, isOver, linkByToken } from "./find";
import { answerSelect, answerView, itemSelect, itemsOfEnrolment, itemView } from "./items";
import { answersOf, isWholeReport } from "./report-answers";
import { MENTOR_KINDS } from "./schema";
import type { MentorHome, MentorTask } from "./views";

const cohort = { select: { name: true, programme: { select: { shortName: true, title: true } } } } as const;
const EMPTY = { extent: null, changes: "", evidence: "", hindered: "", support: "" };

/**
 * All that a link shows: those who named its address, and their check-ins and reports; null for a link that does not
 * exist. Nothing of anybody by one that is over. A fixed number of queries.
 */
export async function mentorHome(token: string, at: Date): Promise<MentorHome | null> {
  const link = await linkByToken(db, token);
  if (!link) return null;
  const rows = await db.npqMentor.findMany({
    where: currentAt(link.email),
    select: {
      id: true,
      name: true,
      askings: { select: { milestoneId: true, askedAt: true } },
      enrolment: { select: { fullName: true, cohort, milestones: itemsOfEnrolment } },
    },
    orderBy: [{ enrolment: { fullName: "asc" } }, { id: "asc" }],
  });
  const today = dayInLondon(at);
  const standing = rows.length === 0 ? "closed" : isOver(link, at) ? "expired" : "open";
  const shown = standing === "open" ? rows : [];
  return {
    standing,
    mentorName: shown.at(-1)?.name ?? "",
    until: dayInLondon(link.expiresAt),
    people: shown.map(({ id, askings, enrolment }) => ({
      naming: id,
      fullName: enrolment.fullName,
      programme: `${enrolment.cohort.programme.shortName} ${enrolment.cohort.programme.title}`,
      cohort: enrolment.cohort.name,
      items: enrolment.milestones
        .map((each) => itemView(each, askings, today))
        .filter(({ standing }) => standing !== "not_required"),
    })),
  };
}

/** One thing that is the mentor's, with what the participant wrote to them; null for what the link does not lead to. */
export async function mentorTask(
  input: { token: string; naming: string; milestoneId: string },
  at: Date,
): Promise<MentorTask | null> {
  const { token, naming, milestoneId } = input;
  const link = await linkByToken(db, token);
  if (!link || isOver(link, at) || !isId(naming) || !isId(milestoneId)) return null;
  const mentor = await db.npqMentor.findFirst({
    where: { id: naming, ...currentAt(link.email) },
    select: {
      name: true,
      enrolmentId: true,
      askings: { select: { milestoneId: true, askedAt: true } },
      enrolment: { select: { fullName: true, cohort } },
    },
  });
  if (!mentor) return null;
  const { enrolment, askings, enrolmentId } = mentor;
  const row = await db.enrolmentMilestone.findFirst({
    where: { enrolmentId, milestoneId, milestone: { kind: { in: [...MENTOR_KINDS] } } },
    select: {
      ...itemSelect,
      checkIn: {
        select: {
          state: true,
          version: true,
          metOn: true,
          talkedAbout: true,
          nextSteps: true,
          answers: {
            where: { mentorId: naming },
            select: answerSelect,
            orderBy: { answeredAt: "desc" },
            take: 1,
          },
        },
      },
      reports: { where: { mentorId: naming } },
    },
  });
  if (!row) return null;
  const item = itemView(row, askings, dayInLondon(at));
  const { checkIn, reports } = row;
  const [answer] = checkIn?.answers ?? [];
  // What is being written is the participant's alone, and what another mentor confirmed is not this one's to read.
  const mine = checkIn && (checkIn.state === "sent" || (answer && checkIn.state !== "draft"));
  const [report] = reports;
  const isReport = item.kind === "impact_report";
  return {
    fullName: enrolment.fullName,
    programme: `${enrolment.cohort.programme.shortName} ${enrolment.cohort.programme.title}`,
    cohort: enrolment.cohort.name,
    mentorName: mentor.name,
    item,
    checkIn: mine
      ? {
          version: checkIn.version,
          text: {
            metOn: checkIn.metOn && plainDate(checkIn.metOn),
            talkedAbout: checkIn.talkedAbout,
            nextSteps: checkIn.nextSteps,
          },
          answer: answer ? answerView(answer) : null,
        }
      : null,
    report: isReport
      ? {
          version: report?.version ?? 0,
          answers: answersOf(report ?? EMPTY),
          whole: isWholeReport(report ?? EMPTY),
          savedOn: report ? dayInLondon(report.savedAt) : null,
          submittedOn: report?.submittedAt ? dayInLondon(report.submittedAt) : null,
        }
      : null,
  };
}
