import { Card } from "@/components/ui/card";
import { Tag, type TagTone } from "@/components/ui/tag";
import { dayAndMonth, dayInLondon, hoursAndMinutes, type PlainDate, timeInLondon } from "@/lib/dates";
import { type MilestoneState, type MyMilestone, type SoonItem, STATE_WORDS } from "@/lib/engagement/schema";
import { fullTitle } from "@/lib/route-map/schema";

export const STATE_TONES: Record<MilestoneState, TagTone> = {
  upcoming: "muted",
  open: "open",
  due_soon: "soon",
  overdue: "late",
  completed: "done",
  credited: "done",
  not_required: "muted",
};

const WHEN = { event: "", closes: "by ", opens: "opens ", until: "until " } as const;
type Line = { milestone: MyMilestone; day: PlainDate; what: keyof typeof WHEN };

const OPEN_SHOWN = 5;

/** What is open now beyond the dates that are near: there is time, and it counts. */
function openNow(milestones: readonly MyMilestone[], near: readonly SoonItem[]): Line[] {
  const shown = new Set(near.map(({ milestone }) => milestone.id));
  return milestones
    .flatMap((milestone): Line[] => {
      const { id, state, counts, closesOn } = milestone;
      const open = state === "open" && counts && closesOn && !shown.has(id);
      return open ? [{ milestone, day: closesOn, what: "until" }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, OPEN_SHOWN);
}

/** What the next 30 days bring, then what is open: a day, what it is, how long, and its state in a word. */
export function SoonList({
  items: near,
  milestones,
}: {
  items: readonly SoonItem[];
  milestones: readonly MyMilestone[];
}) {
  const open = openNow(milestones, near);
  return (
    <Card labelledBy="soon">
      <h2 id="soon">The next 30 days</h2>
      {near.length === 0 ? (
        <p className="text-muted">
          No dates fall in the next 30 days{open.length === 0 ? ", and nothing is open" : ""}.
        </p>
      ) : (
        <Lines items={near} />
      )}
      {open.length > 0 ? (
        <>
          <h3 className="soon-open">Open, with time left</h3>
          <Lines items={open} />
        </>
      ) : null}
    </Card>
  );
}

function Lines({ items }: { items: readonly Line[] }) {
  return (
    <ul className="stack-list dated-list soon-list">
      {items.map(({ milestone, day, what }) => (
        <li key={milestone.id}>
          <time dateTime={day}>
            {WHEN[what]}
            {dayAndMonth(day)}
          </time>
          <div>
            <a href={`/dashboard/route-map/${milestone.id}`}>{fullTitle(milestone)}</a>
            <small>{detail(milestone, what)}</small>
          </div>
          <Tag tone={STATE_TONES[milestone.state]}>{STATE_WORDS[milestone.state]}</Tag>
        </li>
      ))}
    </ul>
  );
}

function detail({ event, minutes, doneBy, tally }: MyMilestone, what: Line["what"]): string {
  const long = minutes ? hoursAndMinutes(minutes) : "";
  if (event) {
    const day = what === "event" ? "" : dayAndMonth(dayInLondon(event.startsAt));
    return [event.place, day, timeInLondon(event.startsAt), long].filter(Boolean).join(" · ");
  }
  if (tally.minutesRecorded > 0) {
    return `${hoursAndMinutes(tally.minutesRecorded)} of ${long} ${doneBy === "study" ? "logged" : "recorded"}`;
  }
  return long;
}
