import { doneMinutes } from "./progress";
import type { MyMilestone } from "./schema";

/** A part of the route map: a module, or what stands outside the modules. */
export type RouteMapPart = {
  title: string;
  milestones: MyMilestone[];
  /** Minutes done of those that count, excused items left out. */
  doneMinutes: number;
  ofMinutes: number;
};

const OUTSIDE = "Across the programme";

/** The route map by module, in order of opening; what belongs to no module comes last. Pure. */
export function byModule(milestones: readonly MyMilestone[]): RouteMapPart[] {
  const parts = new Map<string, MyMilestone[]>();
  const opening = (each: MyMilestone) => each.opensOn ?? "";
  const sorted = milestones.toSorted(
    (a, b) =>
      (a.module ?? 99) - (b.module ?? 99) || opening(a).localeCompare(opening(b)) || a.number - b.number,
  );
  for (const each of sorted) {
    const title = each.module ? `Module ${each.module}` : OUTSIDE;
    parts.set(title, [...(parts.get(title) ?? []), each]);
  }
  return [...parts].map(([title, own]) => {
    const counting = own.filter(({ counts, tally }) => counts && tally.required);
    return {
      title,
      milestones: own,
      doneMinutes: counting.reduce((sum, each) => sum + doneMinutes(each), 0),
      ofMinutes: counting.reduce((sum, each) => sum + (each.minutes ?? 0), 0),
    };
  });
}
