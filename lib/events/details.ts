import { dayInLondon, timeInLondon } from "../dates";
import type { EventDetails } from "./schema";
import type { StaffEventDetail } from "./views";

/** An event as the form that changes it shows it. Pure. */
export function detailsOf(event: StaffEventDetail): EventDetails {
  const { title, place, startsAt, endsAt, facilitatorId, capacity, choiceUntil } = event;
  const [firstDay, lastDay] = [dayInLondon(startsAt), dayInLondon(endsAt)];
  return {
    title,
    place,
    firstDay,
    startTime: timeInLondon(startsAt),
    lastDay: lastDay === firstDay ? "" : lastDay,
    endTime: timeInLondon(endsAt),
    facilitatorId: facilitatorId ?? "",
    capacity: capacity === null ? "" : String(capacity),
    choiceUntil: choiceUntil ?? "",
  };
}
