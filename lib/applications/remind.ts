import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { takesApplications } from "../cohorts/situation";
import { dayInLondon, londonTime, plainDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { type Message, queueEmail } from "../email/queue";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { offerReminder } from "./emails";
import { lockApplication } from "./endorsement/find";
import { decidableApplication, type Facts, facts } from "./find";
import { impartialApplication } from "./impartial";
import type { Also } from "./move";
import { draftScope } from "./policy";
import { draftSelect, reminderOf } from "./remind-drafts";

export const REMINDED_TODAY = "A reminder has gone out today already.";

/**
 * Reminds an applicant of an offer to be answered, or of a draft that was not sent; once a day in London, whoever
 * asks for it.
 * @throws NotFound outside the actor's cohorts, WrongState when there is nothing to be reminded of or it was done today
 */
export async function remindApplicant(
  actor: Actor,
  { applicationId, about }: { applicationId: string; about: "offer" | "draft" },
  at: Date,
  also?: Also,
): Promise<void> {
  await inTransaction(async (tx) => {
    const seen = await reminded(tx, actor, applicationId, about);
    // Of two who remind at the same moment, the second waits here and is told.
    await lockApplication(tx, seen.id);
    const application = await reminded(tx, actor, applicationId, about);
    const message = await messageOf(tx, application, about, at);
    const key = keyBegins(about, application.id);
    const before = { dedupeKey: { startsWith: key }, createdAt: { gte: today(at) } };
    if (await tx.outboxMessage.count({ where: before })) throw new WrongState(REMINDED_TODAY);
    const dedupeKey = `${key}${dayInLondon(at)}`;
    await queueEmail(tx, application.user.email, message, { dedupeKey, at });
    const { id, cohortId } = application;
    const fact = { action: "application.reminded", subjectType: "application", subjectId: id, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { about } }, at);
    await also?.(tx);
  });
}

/** How the keys of an application's reminders begin; those of drafts that go out by themselves too. */
export const keyBegins = (about: "offer" | "draft", applicationId: string) =>
  `${about}-reminder:${applicationId}:`;
/** When the day began in London. */
export const today = (at: Date) => londonTime(dayInLondon(at), "00:00");

async function reminded(tx: Tx, actor: Actor, id: string, about: "offer" | "draft"): Promise<Facts> {
  if (about === "offer") return impartialApplication(tx, actor, id);
  if (!isId(id)) throw new NotFound();
  const where = { AND: [{ id }, draftScope(actor)] };
  const draft = await tx.application.findFirst({ where, select: facts });
  if (draft) return draft;
  const sent = await decidableApplication(tx, actor, id);
  throw new WrongState(
    sent.state === "withdrawn" ? "It has been withdrawn meanwhile." : "It has been sent meanwhile.",
  );
}

async function messageOf(tx: Tx, application: Facts, about: "offer" | "draft", at: Date): Promise<Message> {
  if (about === "draft") {
    const { applicationsOpen, applicationsClose } = application.cohort;
    const days = {
      applicationsOpen: applicationsOpen && plainDate(applicationsOpen),
      applicationsClose: applicationsClose && plainDate(applicationsClose),
    };
    if (!days.applicationsClose || !takesApplications(days, dayInLondon(at)))
      throw new WrongState("The cohort takes no applications now, so there is nothing to send.");
    return reminderOf(
      await tx.application.findUniqueOrThrow({ where: { id: application.id }, select: draftSelect }),
      days.applicationsClose,
    );
  }
  const offer = await tx.offer.findFirst({
    where: { applicationId: application.id, outcome: null },
    select: { answerBy: true },
  });
  if (application.state !== "offered" || !offer || plainDate(offer.answerBy) < dayInLondon(at))
    throw new WrongState("There is no offer to be answered any more.");
  return offerReminder(application, { answerBy: plainDate(offer.answerBy) });
}
