import { GLYPH_TONES } from "@/components/ui/glyph-shapes";
import { hoursAndMinutes, monthRange } from "@/lib/dates";
import type { RouteMapPart } from "@/lib/engagement/by-module";
import { type MyMilestone, STATE_WORDS } from "@/lib/engagement/schema";

/** A part of the route map as a list: each item with its window, its hours and its state. Needs the page's Sprite. */
export function ModuleList({ part }: { part: RouteMapPart }) {
  const { title, milestones, doneMinutes, ofMinutes } = part;
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section className="card mb-6" aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={id}>{title}</h2>
        <p className="text-muted">
          {hoursAndMinutes(doneMinutes)} of {hoursAndMinutes(ofMinutes)} done
        </p>
      </div>
      <ul className="stack-list module-list">
        {milestones.map((milestone) => (
          <Item key={milestone.id} milestone={milestone} />
        ))}
      </ul>
    </section>
  );
}

function Item({ milestone }: { milestone: MyMilestone }) {
  const { id, title, state, minutes, opensOn, closesOn, counts, doneBy, tally } = milestone;
  const logged = doneBy === "study" && tally.minutesRecorded > 0 && !tally.completed;
  const facts = [
    opensOn && closesOn ? monthRange(opensOn, closesOn) : "no date",
    minutes ? hoursAndMinutes(minutes) : "",
    logged ? `${hoursAndMinutes(tally.minutesRecorded)} logged` : "",
    counts ? "" : "does not count towards engagement",
  ];
  return (
    <li>
      <svg className={`glyph ${GLYPH_TONES[state]}`} viewBox="0 0 20 20" aria-hidden="true">
        <use href={`#g-${state}`} />
      </svg>
      <div>
        <a href={`/dashboard/route-map/${id}`}>{title}</a>
        <small>{facts.filter(Boolean).join(" · ")}</small>
      </div>
      <span className={GLYPH_TONES[state]}>{STATE_WORDS[state]}</span>
    </li>
  );
}
