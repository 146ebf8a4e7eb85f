import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { plainDate } from "../dates";
import { inTransaction, uniqueViolation } from "../db";
import { FieldProblem, WrongState } from "../errors";
import { detailColumns, SLUG_TAKEN } from "./columns";
import { cohortFor } from "./open";
import type { CohortDetails } from "./schema";

/**
 * Changes a cohort's own facts: names, days to apply, places, how long an offer stands. Neither kind of place goes
 * below what is held or taken; the short name stays once the cohort is public, because addresses carry it. For its
 * managers and administrators.
 * @throws NotFound, StaleVersion, WrongState for an archived one, FieldProblem for what cannot be
 */
export async function changeCohort(
  actor: Actor,
  { cohortId, version, ...details }: CohortDetails & { cohortId: string; version: number },
  at: Date,
): Promise<void> {
  const data = detailColumns(details);
  try {
    await inTransaction(async (tx) => {
      const before = await cohortFor(tx, actor, { cohortId, version, move: "change" });
      if (before.publishedAt && data.slug !== before.slug)
        throw new FieldProblem("slug", "The short name stays once the cohort is public: addresses carry it");
      const { placesTaken, fundedTaken } = before;
      if (data.capacity < placesTaken) throw new FieldProblem("capacity", tooFew(placesTaken, "places are"));
      if (data.fundedPlaces < fundedTaken)
        throw new FieldProblem("fundedPlaces", tooFew(fundedTaken, "funded places are"));
      // Places move meanwhile under their own conditional updates: the row is locked, and this repeats the rule.
      const { count } = await tx.cohort.updateMany({
        where: {
          id: cohortId,
          version,
          placesTaken: { lte: data.capacity },
          fundedTaken: { lte: data.fundedPlaces },
        },
        data: { ...data, version: { increment: 1 } },
      });
      if (count !== 1) throw new WrongState("Places were taken meanwhile. Reload the page.");
      const fact = { action: "cohort.changed", subjectType: "cohort", subjectId: cohortId, cohortId };
      await recordAudit(tx, actor, { ...fact, before: audited(before), after: audited(data) }, at);
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new FieldProblem("slug", SLUG_TAKEN);
    throw error;
  }
}

const tooFew = (taken: number, what: string) =>
  `${taken} ${what} held or taken already: enter ${taken} or more`;

type Audited = ReturnType<typeof detailColumns>;
const audited = ({ slug, name, capacity, fundedPlaces, offerDays, ...days }: Audited) => ({
  slug,
  name,
  capacity,
  fundedPlaces,
  offerDays,
  applicationsOpen: days.applicationsOpen && plainDate(days.applicationsOpen),
  applicationsClose: days.applicationsClose && plainDate(days.applicationsClose),
});
