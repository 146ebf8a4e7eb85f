import { Card } from "@/components/ui/card";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { MyEventDetail } from "@/lib/events/views";

/** When, where and with whom; what one has said one needs; what to do if one cannot come. */
export function MyEventFacts({ event }: { event: MyEventDetail }) {
  const { id, when, place, groupName, facilitatorName, state, needs } = event;
  const toCome = state === "open" || state === "settled" || state === "on_now";
  const rows: SummaryRow[] = [
    { label: "When", value: `${when} (London time)` },
    { label: "Where", value: place },
    ...(groupName ? [{ label: "Group", value: groupName }] : []),
    ...(facilitatorName ? [{ label: "With", value: facilitatorName }] : []),
    ...(event.canTellNeeds
      ? [
          {
            label: "What you need",
            value: needs.kept
              ? [needs.access, needs.dietary].filter(Boolean).join("\n")
              : "You have said nothing yet.",
            change: { href: `/dashboard/events/${id}/needs`, what: "what you need" },
          },
        ]
      : []),
  ];
  return (
    <Card labelledBy="facts">
      <h2 id="facts">The event</h2>
      <div className="whitespace-pre-line">
        <SummaryList rows={rows} />
      </div>
      {toCome && event.expected ? (
        <>
          <p className="mt-4">
            <a href={`/dashboard/events/${id}/event.ics`}>Add to your calendar</a>
          </p>
          <h3 className="mt-5 mb-1">If you cannot come</h3>
          <p>{cannotCome(event)}</p>
        </>
      ) : null}
    </Card>
  );
}

function cannotCome({ id, byChoice, choice, groupName, ownGroup, facilitatorName }: MyEventDetail) {
  if (byChoice && choice?.here.open)
    return "Give up your place as early as you can, so that somebody else can have it, or change to another one.";
  if (groupName) {
    return (
      <>
        <a href={ownGroup ? `/dashboard/peer-group/sessions/${id}` : "/dashboard/peer-group"}>
          Say that you cannot come
        </a>
        : the facilitator is told, and you are offered the same session with another group that has room.
      </>
    );
  }
  return `Tell ${facilitatorName ?? "us"} before the day. What you miss can often be made up: your route map says how.`;
}
