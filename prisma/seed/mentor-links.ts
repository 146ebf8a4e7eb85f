import { db } from "@/lib/db";
import { answerCheckIn } from "@/lib/mentoring/answer-check-in";
import { linkKey } from "@/lib/mentoring/write-to-mentor";

/** Mentors' answers, by the link that was e-mailed to them. */

/** The token of the newest link to that address, from the e-mail while it has not left yet. */
export async function mentorToken(email: string): Promise<string> {
  const { id } = await db.mentorLink.findFirstOrThrow({
    where: { email },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const { text } = await db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey: linkKey(id) } });
  return /\/mentor\/([\w-]{43})/.exec(text)?.[1] ?? "";
}

let mentors = 0;

/** The participant's mentor answers a check-in that was sent, from a network of their own (RFC 5737). */
export async function mentorAnswers(
  enrolmentId: string,
  milestoneId: string,
  input: { answer: "confirmed" | "not_held"; words: string },
  at: Date,
): Promise<void> {
  const { id, email } = await db.npqMentor.findFirstOrThrow({ where: { enrolmentId, endedAt: null } });
  const key = { enrolmentId_milestoneId: { enrolmentId, milestoneId } };
  const { version } = await db.checkIn.findUniqueOrThrow({ where: key, select: { version: true } });
  const clientIp = `198.51.100.${(mentors++ % 250) + 1}`;
  const token = await mentorToken(email);
  await answerCheckIn({ ...input, version, token, naming: id, milestoneId, clientIp }, at);
}
