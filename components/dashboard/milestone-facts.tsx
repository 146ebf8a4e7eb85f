import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { dateTimeInLondon, hoursAndMinutes, shortDate, timeInLondon } from "@/lib/dates";
import type { DoneBy, ItemWords, MyMilestone } from "@/lib/engagement/schema";
import { MODE_WORDS } from "@/lib/route-map/schema";
import { MILESTONE_WORDS } from "./milestone-words";

/** What an item is, why it is there, when, where, how long, and what completes it. */
export function MilestoneFactsList({ milestone, words: own }: { milestone: MyMilestone; words: ItemWords }) {
  const { kind, mode, minutes, opensOn, closesOn, counts, note, event, doneBy, tally } = milestone;
  const words = MILESTONE_WORDS[kind];
  const long = minutes ? hoursAndMinutes(minutes) : "No set time";
  const logged = doneBy === "study" ? `, ${hoursAndMinutes(tally.minutesRecorded)} logged so far` : "";
  const rows: SummaryRow[] = [
    // The programme's own words stand above this list where it has some, and say more.
    ...(own.description ? [] : [{ label: "What it is", value: words.what }]),
    { label: "Why", value: words.why },
    {
      label: "When",
      value: opensOn && closesOn ? `${shortDate(opensOn)} to ${shortDate(closesOn)}` : "No date is published",
    },
    ...(event
      ? [
          {
            label: "Your event",
            value: `${event.title}: ${dateTimeInLondon(event.startsAt)} to ${timeInLondon(event.endsAt)}, ${event.place}`,
          },
        ]
      : []),
    ...(WRITTEN_HERE.includes(doneBy)
      ? []
      : // An event says itself where it is.
        [...(event ? [] : where(own)), ...(mode ? [{ label: "How", value: MODE_WORDS[mode] }] : [])]),
    { label: "How long", value: `${long}${logged}` },
    { label: "What completes it", value: words.completes },
    { label: "Counts towards engagement", value: counts ? "Yes" : "No" },
    ...(note ? [{ label: "Note", value: note }] : []),
  ];
  return <SummaryList rows={rows} />;
}

/** Done on a form of the portal's: the mode by which the route map counts its hours says nothing of where. */
const WRITTEN_HERE: readonly DoneBy[] = ["audit", "evaluation", "mentor"];

function where({ place, placeUrl }: ItemWords): SummaryRow[] {
  if (!place && !placeUrl) return [];
  const name = place ?? placeUrl;
  return [{ label: "Where", value: placeUrl ? <a href={placeUrl}>{name}</a> : name }];
}
