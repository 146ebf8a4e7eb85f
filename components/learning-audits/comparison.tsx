import { shortDate } from "@/lib/dates";
import type { ComparedArea } from "@/lib/learning-audits/schema";
import { CompareTable } from "./compare-table";
import { Dumbbells } from "./dumbbells";

/** A participant's audit beside its review: in a sentence, as a picture, and as a table with the notes. */
export function ComparisonParts({
  areas,
  days,
  sentence,
}: {
  areas: readonly ComparedArea[];
  /** The days on which each was sent; null for what was not. */
  days: { before: string | null; after: string | null };
  sentence: string;
}) {
  const words = {
    before: days.before ? `Audit, ${shortDate(days.before)}` : "Audit: not sent yet",
    after: days.after ? `Review, ${shortDate(days.after)}` : "Review: not sent yet",
  };
  return (
    <>
      {sentence ? <p className="mb-4">{sentence}</p> : null}
      <section className="card mb-7">
        <Dumbbells
          rows={areas.map(({ before, after, ...area }) => ({
            ...area,
            before: before?.mark ?? null,
            after: after?.mark ?? null,
          }))}
          label={`Marks of 1 to 5 before and after, area by area. ${sentence} The table below has all of it.`}
          words={words}
        />
      </section>
      <CompareTable areas={areas} caption="The same in figures, with the notes" />
    </>
  );
}
