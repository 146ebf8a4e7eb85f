import type { CalendarEvent } from "../calendar/ics";
import { hoursAndMinutes, type PlainDate } from "../dates";
import { doneBy } from "../engagement/progress";
import { fullTitle, type ItemKind } from "../route-map/schema";
import { calendarEntry } from "./one-event-calendar";

/** What a participant's calendar holds: pure. Days and instants are text, as JSON has them. */

export type FeedEnrolment = {
  shortName: string;
  /** Goes up with every change of the cohort's windows. */
  routeMapVersion: number;
  /** Those one is expected at. */
  events: {
    id: string;
    title: string;
    place: string;
    startsAt: string;
    endsAt: string;
    milestoneId: string;
    version: number;
  }[];
  /** What is required and not complete. */
  milestones: {
    id: string;
    module: number | null;
    title: string;
    minutes: number | null;
    kind: ItemKind;
    counts: boolean;
    opensOn: PlainDate | null;
    closesOn: PlainDate | null;
  }[];
};

/**
 * The events one is expected at, at their hours, and the windows of what is still to be done, as days. An event with
 * a date stands for its milestone's window. Gates and what leaves no record are left out, since nobody can act on them;
 * but not the assessment, which decides the award.
 */
export function feedEvents(
  { shortName, routeMapVersion, events: mine, milestones }: FeedEnrolment,
  origin: string,
  at: Date,
): CalendarEvent[] {
  const host = new URL(origin).hostname;
  const page = (milestoneId: string) => `${origin}/dashboard/route-map/${milestoneId}`;
  const dated = new Set(mine.map(({ milestoneId }) => milestoneId));
  const events = mine.map(({ startsAt, endsAt, ...event }) =>
    calendarEntry(
      { ...event, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
      shortName,
      origin,
      at,
    ),
  );
  const windows = milestones.flatMap((milestone): CalendarEvent[] => {
    const { id, minutes, opensOn, closesOn } = milestone;
    if (!opensOn || !closesOn || dated.has(id) || !isToDo(milestone)) return [];
    return [
      {
        uid: `milestone-${id}@${host}`,
        summary: `${shortName}: ${fullTitle(milestone)}`,
        description: minutes ? `${hoursAndMinutes(minutes)}, at any time in this window.` : undefined,
        url: page(id),
        sequence: routeMapVersion,
        stampedAt: at,
        firstDay: opensOn,
        lastDay: closesOn,
      },
    ];
  });
  return [...events, ...windows];
}

function isToDo({ kind, counts }: FeedEnrolment["milestones"][number]): boolean {
  if (kind === "summative_assessment") return true;
  const by = doneBy(kind);
  return counts && by !== "gate" && by !== "nothing";
}
