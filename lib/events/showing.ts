import type { EventsQuestion, StaffEvent } from "./schema";

/** Of events in order, those that a list shows: what is coming, registers to take, or all. Pure. */
export function showing(events: readonly StaffEvent[], show: EventsQuestion["show"]): StaffEvent[] {
  return events.filter(({ over, marked }) => {
    if (show === "coming") return !over;
    return show === "all" || (over && marked === 0);
  });
}
