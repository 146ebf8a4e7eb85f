import { longDate, type PlainDate } from "@/lib/dates";
import type { SentLetter } from "@/lib/reminders/schema";

/** The last e-mails of reminders, newest first, with what they said. */
export function SentList({ letters }: { letters: readonly SentLetter[] }) {
  return (
    <section aria-labelledby="sent" className="mt-9">
      <h2 id="sent" className="mb-2">
        What we reminded you of
      </h2>
      {letters.length === 0 ? (
        <p className="text-muted">Nothing in the last four weeks.</p>
      ) : (
        <ul className="stack-list">
          {letters.map(({ day, digest, items }) => (
            <li key={day}>
              <h3>{heading(day, digest)}</h3>
              <ul>
                {items.map(({ id, href, title, what }) => (
                  <li key={id}>
                    <a href={href}>{title}</a>: {what}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const heading = (day: PlainDate, digest: boolean) => `${longDate(day)}${digest ? ", for the week" : ""}`;
