import { Card } from "@/components/ui/card";
import type { MentorHome, MentorItem } from "@/lib/mentoring/schema";
import { fullTitle } from "@/lib/route-map/schema";
import { ItemList } from "./item-list";

type People = MentorHome["people"];
type Where = { people: People; href: (naming: string, item: MentorItem) => string };

/** What a mentor has to do, first of all and whoever it is for. */
export function WaitsForYou({ people, href }: Where) {
  const waiting = people.flatMap(({ naming, fullName, items }) =>
    items.filter(({ standing }) => standing === "waiting").map((item) => ({ naming, fullName, item })),
  );
  if (waiting.length === 0)
    return <p className="mb-6">Nothing waits for you now. We write to you when something does.</p>;
  return (
    <Card tone="panel" labelledBy="waits" className="mb-6">
      <h2 id="waits">
        {waiting.length === 1 ? "One thing waits for you" : `${waiting.length} things wait for you`}
      </h2>
      <ul className="grid gap-2">
        {waiting.map(({ naming, fullName, item }) => (
          <li key={`${naming} ${item.milestoneId}`}>
            <a className="inline-block py-0.5 text-panel-ink" href={href(naming, item)}>
              {fullName}: {fullTitle(item)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Everybody whose mentor they are, with all that is between them. */
export function MentorPeople({ people, href }: Where) {
  return people.map(({ naming, fullName, programme, cohort, items }) => (
    <section className="card mb-6" key={naming} aria-labelledby={naming}>
      <h2 id={naming}>{fullName}</h2>
      <p className="mb-3 text-muted">
        {programme}, {cohort}
      </p>
      <ItemList
        items={items}
        audience="mentor"
        href={(item) =>
          item.standing === "waiting" || item.standing === "done" || item.standing === "disputed"
            ? href(naming, item)
            : null
        }
      />
    </section>
  ));
}
