import "server-only";
import { recordAudit } from "../../audit/record";
import { managersOf } from "../../auth/managers";
import { countOrRefuse, type Limit } from "../../auth/rate-limit";
import { inTransaction, type Tx } from "../../db";
import { queueEmail } from "../../email/queue";
import { WrongState } from "../../errors";
import type { Facts } from "../find";
import type { Answer, Standing } from "../schema-endorsement";
import { receiptEmail } from "./emails";
import { declinedEmail, declinedForStaffEmail, endorsedEmail, wrongPersonEmail } from "./emails-answered";
import { type AskingRow, lockedAsking } from "./find";
import { standingOf } from "./states";

/** Generous for a trust's office behind one address. */
export const LIMITS = {
  byNetwork: { name: "endorsements-network", max: 60, windowMinutes: 60 },
} satisfies Record<string, Limit>;

/** What stands in the way of an answer. */
const REFUSALS: Partial<Record<Standing, string>> = {
  expired: "This link has run out, so nothing was sent. Ask for a new one on this page.",
  replaced: "A newer link was sent, so nothing was sent by this one. Use the link in our newest e-mail.",
  closed: "This application does not wait for an answer any more, so nothing was sent.",
};

/**
 * Takes the sponsor's answer by their link: the first one counts. Tells the applicant, sends the sponsor a receipt
 * and, when it is not endorsed, tells those who decide.
 * @returns false when another answer had been given before
 * @throws NotFound for an unknown link, WrongState when it waits for no answer, TooMany
 */
export async function answerEndorsement(
  input: Answer & { token: string; clientIp: string },
  at: Date,
): Promise<boolean> {
  const { token, clientIp, ...answer } = input;
  await countOrRefuse(LIMITS.byNetwork, clientIp, "Too many answers have come from your network.", at);
  return inTransaction(async (tx) => {
    const { row, application } = await lockedAsking(tx, token);
    // A second click on the same button is no second answer.
    if (row.outcome) return row.outcome === answer.outcome && row.note === answer.note;
    const refusal = REFUSALS[standingOf(row, application.state, at)];
    if (refusal) throw new WrongState(refusal);
    const { count } = await tx.endorsement.updateMany({
      where: { id: row.id, outcome: null, endedAt: null },
      data: { ...answer, answeredAt: at },
    });
    if (count !== 1) throw new Error(`endorsement ${row.id} was answered under its lock`);
    const fact = {
      action: `endorsement.${answer.outcome}`,
      subjectType: "endorsement",
      subjectId: row.id,
      cohortId: application.cohortId,
      after: { applicationId: application.id, outcome: answer.outcome },
    };
    // By the link, so by nobody who has an account.
    await recordAudit(tx, null, fact, at);
    await tell(tx, application, row, answer, at);
    return true;
  });
}

const FOR_APPLICANT = { endorsed: endorsedEmail, declined: declinedEmail, wrong_person: wrongPersonEmail };

async function tell(tx: Tx, application: Facts, row: AskingRow, answer: Answer, at: Date): Promise<void> {
  const { sponsorName, sponsorEmail, id } = row;
  const about = { ...application, sponsorName };
  await queueEmail(tx, sponsorEmail, receiptEmail(about, answer), {
    dedupeKey: `endorsement-receipt:${id}`,
    at,
  });
  await queueEmail(tx, application.user.email, FOR_APPLICANT[answer.outcome](about), {
    dedupeKey: `endorsement-answered:${id}`,
    at,
  });
  if (answer.outcome !== "declined") return;
  const conflicts = await tx.conflictOfInterest.findMany({
    where: { applicationId: application.id },
    select: { userId: true },
  });
  for (const { userId, email } of await managersOf(tx, application.cohortId)) {
    // Neither the applicant, nor who has declared to know them, reads what is written about them.
    if (userId === application.userId || conflicts.some((each) => each.userId === userId)) continue;
    const dedupeKey = `endorsement-declined:${id}:${userId}`;
    await queueEmail(tx, email, declinedForStaffEmail(about, answer.note), { dedupeKey, at });
  }
}
