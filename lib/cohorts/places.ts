import "server-only";
import type { Tx } from "../db";
import { isId } from "../ids";

/**
 * The place counters. A place is held from the offer on; it is given back when the offer ends without an
 * acceptance. One conditional update moves both counters, so that whoever clicks when, neither passes its limit;
 * the database's CHECK stands behind it.
 */

/** Takes one place, and one funded place too when asked to; false when there is none left. */
export async function holdPlace(tx: Tx, cohortId: string, funded: boolean): Promise<boolean> {
  if (!isId(cohortId)) return false;
  const step = funded ? 1 : 0;
  const moved = await tx.$executeRaw`
    UPDATE "Cohort" SET "placesTaken" = "placesTaken" + 1, "fundedTaken" = "fundedTaken" + ${step}
    WHERE id = ${cohortId}::uuid AND "placesTaken" < "capacity" AND "fundedTaken" + ${step} <= "fundedPlaces"`;
  return moved === 1;
}

/** Gives back a place that was held. Throws when none was: a fault, not something a person can cause. */
export async function releasePlace(tx: Tx, cohortId: string, funded: boolean): Promise<void> {
  const step = funded ? 1 : 0;
  const moved = await tx.$executeRaw`
    UPDATE "Cohort" SET "placesTaken" = "placesTaken" - 1, "fundedTaken" = "fundedTaken" - ${step}
    WHERE id = ${cohortId}::uuid AND "placesTaken" > 0 AND "fundedTaken" >= ${step}`;
  if (moved !== 1) throw new Error("releasePlace: no place was held");
}
