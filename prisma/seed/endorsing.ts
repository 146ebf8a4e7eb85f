import { answerEndorsement } from "@/lib/applications/endorsement/answer";
import { askedKey } from "@/lib/applications/endorsement/ask";
import type { Answer } from "@/lib/applications/schema-endorsement";
import { db } from "@/lib/db";

/** Sponsors' answers, by the link that was e-mailed to them. */

export const ENDORSED: Answer = {
  outcome: "endorsed",
  jobTitle: "Chief executive",
  note: "",
  releasesTime: true,
  supportsMentor: true,
};

const NOT_ENDORSED = { jobTitle: "", releasesTime: false, supportsMentor: false };
export const declined = (note: string): Answer => ({ ...NOT_ENDORSED, outcome: "declined", note });
export const wrongPerson = (note = ""): Answer => ({ ...NOT_ENDORSED, outcome: "wrong_person", note });

/** The link's token, from the newest e-mail that asks or reminds the application's sponsor and has not left yet. */
export async function linkOf(applicationId: string): Promise<string> {
  const { id } = await db.endorsement.findFirstOrThrow({
    where: { applicationId, endedAt: null },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const { text } = await db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey: askedKey(id) } });
  return /\/endorsements\/([\w-]{43})/.exec(text)?.[1] ?? "";
}

let sponsors = 0;

/** The application's sponsor answers, from a network of their own (RFC 5737). */
export async function sponsorAnswers(applicationId: string, answer: Answer, at: Date): Promise<void> {
  const clientIp = `198.51.100.${(sponsors++ % 250) + 1}`;
  await answerEndorsement({ token: await linkOf(applicationId), clientIp, ...answer }, at);
}
