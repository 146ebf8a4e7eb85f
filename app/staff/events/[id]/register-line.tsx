import { ButtonLink } from "@/components/ui/button";
import { dateTimeInLondon, dayInLondon, hoursAndMinutes, longDate } from "@/lib/dates";
import type { Register } from "@/lib/engagement/schema";

/** How an event's register stands, and the way to take it. */
export function RegisterLine({ register, cancelled }: { register: Register; cancelled: boolean }) {
  const { event, milestone, rows, takenAt, canTake } = register;
  if (cancelled) return <p>The event is cancelled, so nobody is expected.</p>;
  return (
    <>
      <p className="mb-4">
        Being present counts for {hoursAndMinutes(milestone.minutes)}: {milestone.title}.{" "}
        {takenAt
          ? `The register was last changed on ${dateTimeInLondon(takenAt)}.`
          : `${rows.filter(({ sorry }) => !sorry).length} expected. The register is not taken yet.`}
      </p>
      <p className="mb-5">
        {canTake ? (
          <ButtonLink href={`/staff/events/${event.id}/register`} variant={takenAt ? "secondary" : "primary"}>
            {takenAt ? "Change the register" : "Take the register"}
          </ButtonLink>
        ) : (
          `The register can be taken from ${longDate(dayInLondon(event.startsAt))} on.`
        )}
      </p>
    </>
  );
}
