import "server-only";
import { db } from "../db";
import type { PlannedItem } from "../route-map/changes";
import { plannedItems, recordedAmong } from "../route-map/plan";

/** A cohort's milestones to be edited, and which of them have records or events; the page has found the cohort. */
export async function milestonesToEdit(
  cohortId: string,
): Promise<{ items: (PlannedItem & { id: string })[]; kept: Set<string> }> {
  const items = await plannedItems(db, cohortId);
  return {
    items,
    kept: await recordedAmong(
      db,
      items.map(({ id }) => id),
    ),
  };
}
