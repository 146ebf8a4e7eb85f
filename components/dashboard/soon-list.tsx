import { Card } from "@/components/ui/card";
import { Tag, type TagTone } from "@/components/ui/tag";
import { dayAndMonth, hoursAndMinutes, timeInLondon } from "@/lib/dates";
import { type MilestoneState, type SoonItem, STATE_WORDS } from "@/lib/engagement/schema";
import { fullTitle } from "./next-card";

export const STATE_TONES: Record<MilestoneState, TagTone> = {
  upcoming: "muted",
  open: "open",
  due_soon: "soon",
  overdue: "late",
  completed: "done",
  credited: "done",
  not_required: "muted",
};

const WHEN = { event: "", closes: "by ", opens: "opens " } as const;

/** What the next 30 days bring: a day, what it is, how long, and its state in a word. */
export function SoonList({ items }: { items: readonly SoonItem[] }) {
  return (
    <Card labelledBy="soon">
      <h2 id="soon">The next 30 days</h2>
      {items.length === 0 ? (
        <p className="text-muted">No dates fall in the next 30 days.</p>
      ) : (
        <ul className="stack-list dated-list">
          {items.map(({ milestone, day, what }) => (
            <li key={milestone.id}>
              <time dateTime={day}>
                {WHEN[what]}
                {dayAndMonth(day)}
              </time>
              <div>
                <a href={`/dashboard/route-map/${milestone.id}`}>{fullTitle(milestone)}</a>
                <small>{detail(milestone)}</small>
              </div>
              <Tag tone={STATE_TONES[milestone.state]}>{STATE_WORDS[milestone.state]}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function detail({ event, minutes, doneBy, tally }: SoonItem["milestone"]): string {
  const long = minutes ? hoursAndMinutes(minutes) : "";
  if (event) return [event.place, timeInLondon(event.startsAt), long].filter(Boolean).join(" · ");
  if (doneBy === "study" && tally.minutesRecorded > 0) {
    return `${hoursAndMinutes(tally.minutesRecorded)} of ${long} logged`;
  }
  return long;
}
