import type { EventsQuestion, StaffEvent } from "./schema";

/** Of events in order, those that a list shows: what is coming, registers to take, or all. Pure. */
export function showing(events: readonly StaffEvent[], show: EventsQuestion["show"]): StaffEvent[] {
  return events.filter(({ over, marked, cancelled }) => {
    if (show === "all") return true;
    if (cancelled) return false;
    return show === "coming" ? !over : over && marked === 0;
  });
}
