import "server-only";
import { isOfficeTime, REMIND_AFTER_DAYS, reminderDue } from "../../asking";
import { db, inTransaction } from "../../db";
import { queueEmail } from "../../email/queue";
import { facts } from "../find";
import { remindSponsor } from "./ask";
import { unansweredEmail } from "./emails-answered";
import { asking, lockApplication } from "./find";
import { ASKABLE, standingOf } from "./states";

/**
 * Reminds the sponsors who have not answered, 7 and 14 days after they were asked, and tells the applicants whose
 * sponsor's link has run out; once each, in office hours. Timed work: answers how many e-mails it queued. Each is a
 * transaction of its own, and one that is answered meanwhile is left alone.
 */
export async function remindSponsors(at: Date): Promise<number> {
  if (!isOfficeTime(at)) return 0;
  let queued = 0;
  let fault: unknown;
  for (const { applicationId } of await waiting(at)) {
    try {
      if (await remindOne(applicationId, at)) queued++;
    } catch (error) {
      // The others are not kept waiting by one; it is reported, and tried again next time.
      fault ??= error;
    }
  }
  if (fault) throw fault;
  return queued;
}

const DAY_MS = 86_400_000;

function waiting(at: Date): Promise<{ applicationId: string }[]> {
  const [first] = REMIND_AFTER_DAYS;
  return db.endorsement.findMany({
    where: {
      outcome: null,
      endedAt: null,
      application: { state: { in: [...ASKABLE] } },
      // A day less than asked for: days are London's, and one of them may have 23 hours. One that ran out a month ago was told.
      askedAt: { lt: new Date(at.getTime() - (first - 1) * DAY_MS) },
      expiresAt: { gt: new Date(at.getTime() - 30 * DAY_MS) },
    },
    select: { applicationId: true },
    orderBy: { askedAt: "asc" },
    take: 2_000,
  });
}

async function remindOne(applicationId: string, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const row = await tx.endorsement.findFirst({
      where: { applicationId, outcome: null, endedAt: null },
      select: { ...asking, application: { select: facts } },
    });
    if (!row || !ASKABLE.includes(row.application.state)) return false;
    const standing = standingOf(row, row.application.state, at);
    if (standing === "waiting" && reminderDue(row, at)) {
      await remindSponsor(tx, applicationId, row, at);
      return true;
    }
    if (standing !== "expired") return false;
    const dedupeKey = `endorsement-unanswered:${row.id}`;
    if (await tx.outboxMessage.count({ where: { dedupeKey } })) return false;
    const { application, sponsorName } = row;
    await queueEmail(tx, application.user.email, unansweredEmail({ ...application, sponsorName }), {
      dedupeKey,
      at,
    });
    return true;
  });
}
