import type { CalendarEvent } from "../calendar/ics";
import { hoursAndMinutes } from "../dates";
import { MODE_WORDS, type PublicRouteMap } from "./schema";

/** The dated items of a public route map as spans of days. Items without dates are left out. */
export function routeMapEvents(map: PublicRouteMap, origin: string, at: Date): CalendarEvent[] {
  const { programme, cohort } = map;
  const page = `${origin}/programmes/${programme.slug}/route-map${cohort ? `?cohort=${cohort.slug}` : ""}`;
  return map.items.flatMap((item) => {
    const { number, module, title, mode, minutes, note, opensOn, closesOn } = item;
    if (!opensOn || !closesOn) return [];
    const facts = [
      module ? `Module ${module}` : "",
      mode ? MODE_WORDS[mode] : "",
      minutes ? hoursAndMinutes(minutes) : "",
      note ?? "",
    ];
    return {
      uid: `${programme.slug}-${cohort?.slug ?? "next"}-${number}@${new URL(origin).hostname}`,
      summary: `${programme.shortName}: ${title}${module ? `, module ${module}` : ""}`,
      description: facts.filter(Boolean).join("\n"),
      url: `${page}#item-${number}`,
      stampedAt: at,
      firstDay: opensOn,
      lastDay: closesOn,
    };
  });
}
