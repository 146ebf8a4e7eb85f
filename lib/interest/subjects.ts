import "server-only";
import { PUBLIC_COHORT } from "../cohorts/states";
import { dateColumn, dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Opening } from "./emails";
import type { Topic } from "./schema";

/** Something to tell: a scholarship notice, or with `opening` a cohort. */
export type Subject = {
  id: string;
  programmeId: string;
  topic: Topic;
  programme: { slug: string; shortName: string; title: string };
  opening: Opening | null;
};

const about = {
  programmeId: true,
  programme: { select: { slug: true, shortName: true, title: true } },
} as const;

/**
 * What is public and has not been told: notices from their time on, and cohorts from the day they open until they
 * close. What belongs to a programme that is not public waits until it is.
 */
export async function dueSubjects(at: Date): Promise<Subject[]> {
  const today = dateColumn(dayInLondon(at));
  const programme = { publishedAt: { lte: at } };
  const [notices, cohorts] = await Promise.all([
    db.scholarshipNotice.findMany({
      where: { publicFrom: { lte: at }, withdrawnAt: null, programme },
      orderBy: [{ publicFrom: "asc" }, { id: "asc" }],
      select: { id: true, ...about },
    }),
    db.cohort.findMany({
      where: {
        ...PUBLIC_COHORT,
        applicationsOpen: { lte: today },
        applicationsClose: { gte: today },
        programme,
      },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      select: { id: true, ...about, name: true, startsOn: true, applicationsClose: true },
    }),
  ]);
  const subjects: Subject[] = [
    ...notices.map((notice) => ({ ...notice, topic: "scholarships" as const, opening: null })),
    ...cohorts.flatMap(({ name, startsOn, applicationsClose, ...cohort }) => {
      if (!applicationsClose) return [];
      const opening = {
        name,
        startsOn: plainDate(startsOn),
        applicationsClose: plainDate(applicationsClose),
      };
      return [{ ...cohort, topic: "next_cohort" as const, opening }];
    }),
  ];
  const told = await db.interestNews.findMany({
    where: { subjectId: { in: subjects.map(({ id }) => id) } },
    select: { subjectId: true },
  });
  const done = new Set(told.map(({ subjectId }) => subjectId));
  return subjects.filter(({ id }) => !done.has(id));
}
