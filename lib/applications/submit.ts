import "server-only";
import type { Actor } from "../auth/actor";
import { namePerson } from "../auth/people";
import { dayInLondon, endOfDayInLondon, plainDate, shortDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { WrongState } from "../errors";
import { answerColumns, askedColumns, toAnswers } from "./answers-row";
import { readByDay } from "./deadlines";
import { receivedEmail } from "./emails";
import { askSponsor } from "./endorsement/ask";
import { type Facts, isReference, ownApplication } from "./find";
import { move } from "./move";
import { matchSent } from "./registrations/match-sent";
import type { Answers } from "./schema-answers";
import { missing } from "./sections";

/**
 * Sends a draft to be read. Everything required has to be there, and the cohort has to take applications still:
 * until 23:59 in London on its last day. Sent twice, it is sent once and one e-mail goes out.
 * @throws StaleVersion when another tab saved meanwhile, WrongState when something is missing or it is too late.
 */
export async function submitApplication(
  actor: Actor,
  input: { reference: string; version: number },
  at: Date,
): Promise<void> {
  const { reference, version } = input;
  await inTransaction(async (tx) => {
    await hold(tx, actor, reference);
    const application = await ownApplication(tx, actor, reference);
    if (application.state === "submitted") return;
    refuseWhenClosed(application, at);
    const answers = await answersOf(tx, application.id);
    const gaps = application.state === "draft" ? missing(answers) : [];
    if (gaps.length > 0) {
      throw new WrongState(`Before you send it, fill in ${gaps.map(({ what }) => what).join(", ")}.`);
    }
    const data = { submittedAt: at, declaredAt: at };
    await move(tx, application, { move: "submit", by: actor, at, version, data });
    await namePerson(tx, actor.userId, answers.fullName);
    await askSponsor(tx, application.id, at, actor);
    await matchSent(tx, application.id);
    const readBy = readByDay(dayInLondon(at));
    const registered = answers.dfeRegistration === "registered";
    const dedupeKey = `application-received:${application.id}`;
    const message = receivedEmail(application, { readBy, registered, answers });
    await queueEmail(tx, application.user.email, message, { dedupeKey, at });
  });
}

async function answersOf(tx: Tx, id: string): Promise<Answers> {
  const row = await tx.application.findUniqueOrThrow({
    where: { id },
    select: { ...answerColumns, cohort: { select: { programme: { select: askedColumns } } } },
  });
  return toAnswers(row, row.cohort.programme);
}

/** A second click waits here for the first, and then finds it sent: both get the same answer. */
async function hold(tx: Tx, actor: Actor, reference: string): Promise<void> {
  if (!isReference(reference)) return;
  await tx.$queryRaw`SELECT 1 FROM "Application" WHERE reference = ${reference} AND "userId" = ${actor.userId}::uuid FOR UPDATE`;
}

function refuseWhenClosed({ state, cohort }: Facts, at: Date): void {
  if (state !== "draft") return;
  const closes = cohort.applicationsClose && plainDate(cohort.applicationsClose);
  if (closes && at <= endOfDayInLondon(closes)) return;
  throw new WrongState(
    `Applications for ${cohort.name} closed${closes ? ` on ${shortDate(closes)}` : ""}. Your draft is kept.`,
  );
}
