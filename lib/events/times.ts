import { londonTime } from "../dates";

export { spanInLondon as eventTimes } from "../dates";

/** From the days and times that a form asks for to instants; one day where no last one is given. */
export function spanOf(typed: { firstDay: string; startTime: string; lastDay: string; endTime: string }): {
  startsAt: Date;
  endsAt: Date;
} {
  const { firstDay, startTime, lastDay, endTime } = typed;
  return { startsAt: londonTime(firstDay, startTime), endsAt: londonTime(lastDay || firstDay, endTime) };
}
