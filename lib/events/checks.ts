import "server-only";
import { dateColumn, dayInLondon, type PlainDate } from "../dates";
import type { Tx } from "../db";
import { FieldProblem } from "../errors";
import { isId } from "../ids";

/** What has to be right of an event, whether it is new or changed. */

const LONGEST_DAYS = 7;

/** @throws FieldProblem for an end before the start, or a week after it */
export function checkTimes({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): void {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (!(minutes > 0)) throw new FieldProblem("endTime", "Enter an end that is after the start");
  if (minutes > LONGEST_DAYS * 24 * 60) {
    throw new FieldProblem("lastDay", `Enter a last day within ${LONGEST_DAYS} days of the first`);
  }
}

/** The DATE until which one can choose. @throws FieldProblem without one, or with one after the event has begun */
export function checkChoice(
  byChoice: boolean,
  until: PlainDate | null | undefined,
  startsAt: Date,
): Date | null {
  if (!byChoice) return null;
  if (!until) throw new FieldProblem("choiceUntil", "Enter the last day on which a place can be chosen");
  if (until > dayInLondon(startsAt))
    throw new FieldProblem("choiceUntil", "Enter a day that is not after the event’s first");
  return dateColumn(until);
}

/** Somebody who holds the facilitator's role now; null for nobody. @throws FieldProblem for anybody else */
export async function facilitatorOf(tx: Tx, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const found = isId(id)
    ? await tx.roleAssignment.findFirst({
        where: { userId: id, role: "facilitator", endedAt: null },
        select: { userId: true },
      })
    : null;
  if (!found) throw new FieldProblem("facilitatorId", "Choose a facilitator from the list");
  return found.userId;
}
