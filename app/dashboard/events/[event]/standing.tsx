import { Notice } from "@/components/ui/notice";
import { hoursAndMinutes, longDate } from "@/lib/dates";
import type { MyEventDetail } from "@/lib/events/views";

/** How the event stands for the viewer: cancelled, attended, missed, expected, not chosen. */
export function EventStanding({ event }: { event: MyEventDetail }) {
  const { state, attendance, milestone, expected, sorry, cancelledNote } = event;
  const route = <a href={`/dashboard/route-map/${milestone.id}`}>{milestone.title} on your route map</a>;
  if (state === "cancelled") {
    return (
      <Notice tone="soon" title="This event is cancelled">
        {cancelledNote ? <p className="mb-2 whitespace-pre-line">{cancelledNote}</p> : null}
        <p>Everybody who was expected has been told.</p>
      </Notice>
    );
  }
  if (attendance) {
    const { mark, minutes, recordedOn, recordedBy } = attendance;
    const by = `Recorded on ${longDate(recordedOn)}${recordedBy ? ` by ${recordedBy}` : ""}.`;
    const whole = milestone.minutes ? ` of ${hoursAndMinutes(milestone.minutes)}` : "";
    const title =
      mark === "part"
        ? `You were there for ${hoursAndMinutes(minutes)}${whole}`
        : `You attended ${hoursAndMinutes(minutes)}`;
    return mark !== "absent" ? (
      <Notice tone={mark === "part" ? "info" : "done"} title={title}>
        <p>
          {by} <a href={`/dashboard/events/${event.id}/statement`}>Statement of attendance</a>
        </p>
      </Notice>
    ) : (
      <Notice tone="soon" title="The register says that you were absent">
        <p>
          {by} If that is not right, or to make up for it: {route}.
        </p>
      </Notice>
    );
  }
  if (state === "over") return <Notice tone="info">The register of this event is not taken yet.</Notice>;
  if (sorry) return <Notice tone="info">You have said that you cannot come.</Notice>;
  if (event.byChoice && !expected) return null;
  return (
    <Notice tone="info" title="You are expected">
      <p>
        It counts for {hoursAndMinutes(milestone.minutes ?? 0)} of your programme. {route}.
      </p>
    </Notice>
  );
}
