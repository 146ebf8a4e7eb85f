import { matchedItems } from "../route-map/match";
import type { RouteMapMilestone } from "../route-map/schema";
import type { MilestoneFacts, MyMilestone, RecordView } from "./schema";

type From = Pick<MyMilestone, "id" | "number" | "module" | "kind" | "tally">;
type Live = Pick<RecordView, "minutes" | "completes" | "source" | "live"> & { milestoneId: string };
export type CarriedItem = MilestoneFacts & { carries: boolean };

/**
 * What the items of another cohort would come to once `carryRecords` had carried these records over: pure, for showing
 * it before it is done.
 */
export function carriedItems(
  from: readonly From[],
  records: readonly Live[],
  to: readonly (RouteMapMilestone & { id: string })[],
): CarriedItem[] {
  const source = new Map([...matchedItems(from, to)].map(([old, then]) => [then, old]));
  return to.map((milestone) => {
    const own = records.filter(
      ({ milestoneId, live, minutes, completes }) =>
        milestoneId === source.get(milestone.id) && live && (minutes > 0 || completes),
    );
    const minutesRecorded = own.reduce((sum, { minutes }) => sum + minutes, 0);
    const asked = milestone.minutes ?? 0;
    const completed = own.some(({ completes }) => completes) || (asked > 0 && minutesRecorded >= asked);
    const credited = own.some(({ completes, source: how }) => completes && how === "credit");
    const tally = { minutesRecorded, completed, credited, required: true };
    return { ...milestone, tally, carries: own.length > 0 };
  });
}
