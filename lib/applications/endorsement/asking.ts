import "server-only";
import { dayInLondon, plainDate } from "../../dates";
import { db } from "../../db";
import { vatOn } from "../../programmes/schema";
import { askingByToken } from "./find";
import { sharedParts, sharedSelect } from "./shared";
import { standingOf } from "./states";
import type { AskingView } from "./views";

/**
 * What a sponsor sees by their link; null for one that does not exist. A fixed number of queries. What the applicant shared goes
 * out while an answer is waited for, and to nobody afterwards.
 */
export async function askingView(token: string, at: Date): Promise<AskingView | null> {
  const row = await askingByToken(db, token);
  if (!row) return null;
  const application = await db.application.findUniqueOrThrow({
    where: { id: row.applicationId },
    select: {
      ...sharedSelect,
      fullName: true,
      state: true,
      cohort: {
        select: {
          name: true,
          startsOn: true,
          programme: {
            select: {
              slug: true,
              shortName: true,
              title: true,
              durationMonths: true,
              learningMinutes: true,
              engagementThresholdPercent: true,
              residentialPlaces: true,
              feePence: true,
              vatPercent: true,
              contactEmail: true,
              hours: {
                select: { component: true, minutes: true, publishedAs: true },
                orderBy: { position: "asc" },
              },
              prompts: { select: { key: true, heading: true }, orderBy: { position: "asc" } },
            },
          },
        },
      },
    },
  });
  const { vatPercent, prompts, ...programme } = application.cohort.programme;
  const standing = standingOf(row, application.state, at);
  const { outcome, answeredAt, note, jobTitle } = row;
  return {
    standing,
    applicantName: application.fullName,
    sponsorName: row.sponsorName,
    programme: { ...programme, feeWithVatPence: programme.feePence + vatOn(programme.feePence, vatPercent) },
    cohort: { name: application.cohort.name, startsOn: plainDate(application.cohort.startsOn) },
    answerBy: dayInLondon(row.expiresAt),
    shared: standing === "waiting" ? sharedParts(application, prompts) : [],
    said: outcome && answeredAt ? { outcome, on: dayInLondon(answeredAt), note, jobTitle } : null,
    othersTurn: standing === "replaced" && application.sponsorEmail !== row.sponsorEmail,
  };
}
