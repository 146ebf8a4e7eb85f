import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { londonTime } from "../dates";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { wakeOutbox } from "../email/wake";
import { FieldProblem, NotFound } from "../errors";
import { changedEmail } from "./emails";
import { type OpenWebinar, webinarFor } from "./open";
import { canHold } from "./policy";
import type { WebinarDetails } from "./schema";
import { isNear } from "./states";
import { type About, placesOf, tellWithLink } from "./tell";

/**
 * Makes a webinar, not public yet, and answers its identifier: the form's key, so that a second click makes no second.
 * @throws NotFound for who may not, FieldProblem for what cannot be
 */
export async function createWebinar(
  actor: Actor,
  { formKey: id, ...details }: WebinarDetails & { formKey: string },
  at: Date,
): Promise<string> {
  if (!canHold(actor)) throw new NotFound();
  try {
    await inTransaction(async (tx) => {
      const data = await columns(tx, details, at);
      mustBeAhead(data.startsAt, at);
      await tx.webinar.create({ data: { id, ...data, createdById: actor.userId } });
      const fact = { action: "webinar.created", subjectType: "webinar", subjectId: id, after: audited(data) };
      await recordAudit(tx, actor, fact, at);
    });
  } catch (error) {
    // The only unique value is the identifier: the same form came twice.
    if (!uniqueViolation(error)) throw error;
  }
  return id;
}

/**
 * Changes a webinar. When the time or the joining link of a public one changes, everybody who has a place is told,
 * with a newer calendar file.
 * @throws NotFound, StaleVersion, WrongState for one that is over or cancelled, FieldProblem for what cannot be
 */
export async function changeWebinar(
  actor: Actor,
  { webinarId, version, ...details }: WebinarDetails & { webinarId: string; version: number },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await webinarFor(tx, actor, { webinarId, version, move: "change" }, at);
    const data = await columns(tx, details, at);
    const moved = data.startsAt.getTime() !== before.startsAt.getTime();
    if (moved) mustBeAhead(data.startsAt, at);
    if (before.publishedAt && data.endsAt <= at)
      throw new FieldProblem("endTime", "Enter an end that is still to come");
    if (data.capacity !== null && data.capacity < before.placesTaken)
      throw new FieldProblem("capacity", tooFew(before.placesTaken));
    await tx.webinar.update({
      where: { id: webinarId, version },
      data: { ...data, version: { increment: 1 } },
    });
    const fact = { action: "webinar.changed", subjectType: "webinar", subjectId: webinarId };
    await recordAudit(tx, actor, { ...fact, before: audited(before), after: audited(data) }, at);
    if (before.publishedAt) await tellWhatChanged(tx, before, data, at);
  });
  wakeOutbox();
}

type Columns = Awaited<ReturnType<typeof columns>>;

async function tellWhatChanged(tx: Tx, before: OpenWebinar, data: Columns, at: Date): Promise<void> {
  const moved = data.startsAt.getTime() !== before.startsAt.getTime();
  const otherTime = moved || data.endsAt.getTime() !== before.endsAt.getTime();
  const joiningLink = data.joiningUrl !== before.joiningUrl;
  if (!otherTime && !joiningLink) return;
  const webinar = { ...before, ...data, version: before.version + 1 };
  const changed = { before: otherTime ? before : null, joiningLink };
  for (const place of await placesOf(tx, before.id)) {
    const letter = {
      step: `changed:${webinar.version}`,
      message: (about: About, link: string) => changedEmail(about, link, changed),
      calendar: true,
    };
    await tellWithLink(tx, webinar, place, letter, at);
  }
  if (!moved) return;
  // The reminder belongs to the day before the new time; where that has begun, this e-mail is the reminder.
  await tx.webinarRegistration.updateMany({
    where: { webinarId: before.id, cancelledAt: null },
    data: { remindedAt: isNear(data.startsAt, at) ? at : null },
  });
}

async function columns(tx: Tx, details: WebinarDetails, at: Date) {
  const { programme: slug, day, startTime, endTime, ...rest } = details;
  const programme = slug
    ? await tx.programme.findFirst({ where: { slug, publishedAt: { lte: at } }, select: { id: true } })
    : null;
  if (slug && !programme) throw new FieldProblem("programme", "Choose a programme from the list");
  const startsAt = londonTime(day, startTime);
  const endsAt = londonTime(day, endTime);
  if (endsAt <= startsAt) throw new FieldProblem("endTime", "Enter an end that is after the start");
  return { ...rest, programmeId: programme?.id ?? null, startsAt, endsAt };
}

function mustBeAhead(startsAt: Date, at: Date): void {
  if (startsAt <= at) throw new FieldProblem("day", "Enter a day and a time that are still to come");
}

function tooFew(taken: number): string {
  return taken === 1
    ? "One place is taken: enter 1 or more"
    : `${taken} places are taken: enter ${taken} or more`;
}

function audited({ startsAt, endsAt, capacity, programmeId, title, joiningUrl }: Columns | OpenWebinar) {
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    capacity,
    programmeId,
    title,
    joiningUrl,
  };
}
