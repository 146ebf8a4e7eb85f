import { Tag } from "@/components/ui/tag";
import { type MyAlternatives, STATE_WORDS } from "@/lib/alternatives/schema";
import { hoursAndMinutes, shortDate, unbroken } from "@/lib/dates";
import { STATE_TONES } from "./tones";

/** On an item's page: that what was missed can be made up, or where that stands. Nothing where there is no need. */
export function AlternativeCard({ home, alternatives }: { home: string; alternatives: MyAlternatives }) {
  const { all, live, whyNot, most, until } = alternatives;
  const last = live ?? all[0];
  if (!last && whyNot !== null) return null;
  const page = `${home}/alternative`;
  return (
    <section className="card mb-6" aria-labelledby="alternative">
      <h2 id="alternative">{last ? "Alternative activity" : "Missed this?"}</h2>
      {last ? (
        <p className="mb-2">
          {last.title}, {unbroken(hoursAndMinutes(last.minutes))}{" "}
          <Tag tone={STATE_TONES[last.state]}>{STATE_WORDS[last.state]}</Tag>
        </p>
      ) : (
        <p className="mb-2">
          You can make up {unbroken(hoursAndMinutes(most))} with another activity
          {until ? `, until ${shortDate(until)}` : ""}. It counts towards your forecast once it is agreed.
        </p>
      )}
      <p>
        <a className="no-print inline-block py-0.5" href={page}>
          {linkWords(alternatives)}
        </a>
      </p>
    </section>
  );
}

function linkWords({ all, live, whyNot }: MyAlternatives): string {
  if (live?.state === "agreed") return "Hand in what you did";
  if (live?.state === "sent_back") return "See what is asked for, and hand it in again";
  if (live) return "See where it stands";
  if (whyNot === null)
    return all.length > 0 ? "Propose another alternative activity" : "Propose an alternative activity";
  return "See it";
}
