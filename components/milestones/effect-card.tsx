import type { Effect, PersonMove } from "@/lib/milestone-changes/effect";

const SHOWN = 15;
const percent = (value: number | null) => (value === null ? "nothing due" : `${value}%`);

/** What a plan means for those who are enrolled: who has more overdue, whose engagement moves, who crosses the line. */
export function EffectCard({
  effect,
  thresholdPercent,
  home,
}: {
  effect: Effect;
  thresholdPercent: number;
  home: string;
}) {
  const { people, overduePeople, overdueItems, moves, below, above } = effect;
  return (
    <section className="card mb-6" aria-labelledby="effect">
      <h2 id="effect">What it means for participants</h2>
      {people === 0 ? (
        <p className="mt-2">Nobody is active in this cohort, so it changes nothing for anybody.</p>
      ) : null}
      {people > 0 && moves.length === 0 && overduePeople === 0 ? (
        <p className="mt-2">
          Nothing becomes overdue, and nobody’s engagement to date moves, for {people} active participants.
        </p>
      ) : null}
      {overduePeople > 0 ? (
        <p className="mt-2">
          {overduePeople === 1 ? "One person has" : `${overduePeople} people have`} more overdue than before:{" "}
          {overdueItems} {overdueItems === 1 ? "item" : "items"} in all.
        </p>
      ) : null}
      <Moves title={`Who falls below ${thresholdPercent}% to date`} moves={below} home={home} />
      <Moves title={`Who rises to ${thresholdPercent}% or above`} moves={above} home={home} />
      <Moves
        title={`Whose engagement to date moves (${moves.length} of ${people}), the furthest first`}
        moves={moves}
        home={home}
      />
    </section>
  );
}

function Moves({ title, moves, home }: { title: string; moves: readonly PersonMove[]; home: string }) {
  if (moves.length === 0) return null;
  return (
    <>
      <h3 className="mt-4">{title}</h3>
      <ul className="mt-1 list-disc ps-5">
        {moves.slice(0, SHOWN).map(({ enrolmentId, fullName, from, to }) => (
          <li key={enrolmentId}>
            <a href={`${home}/participants/${enrolmentId}`}>{fullName}</a>: {percent(from)} → {percent(to)}
          </li>
        ))}
      </ul>
      {moves.length > SHOWN ? <p>and {moves.length - SHOWN} more</p> : null}
    </>
  );
}
