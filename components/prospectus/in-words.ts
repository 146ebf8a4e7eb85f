import type { RouteMapMilestone } from "@/lib/route-map/schema";

/** What the first screen says of the route map, counted from its items. */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
type Items = readonly Pick<RouteMapMilestone, "kind">[];
const count = (items: Items, kind: RouteMapMilestone["kind"]) =>
  items.filter((item) => item.kind === kind).length;

/** "two residentials and one face-to-face event", or nothing where there are none. */
export function meetingsInWords(items: Items): string {
  const some = (number: number, one: string) =>
    number === 0 ? [] : [`${NUMBERS[number] ?? number} ${one}${number === 1 ? "" : "s"}`];
  return [
    ...some(count(items, "residential"), "residential"),
    ...some(count(items, "face_to_face_event"), "face-to-face event"),
  ].join(" and ");
}

/** Whether an assessment stands at the end. */
export function hasAssessment(items: Items): boolean {
  return count(items, "summative_assessment") > 0;
}
