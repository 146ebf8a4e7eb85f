import type { CohortStanding } from "@/lib/engagement/cohort-standing";

/** A cohort in four figures, each a way to the people or events behind it. */
export function StatLinks({
  home,
  standing,
  registersToTake,
}: {
  /** The cohort's address. */
  home: string;
  standing: CohortStanding;
  registersToTake: number;
}) {
  const { active, meanToDatePercent, belowLine } = standing;
  const stats = [
    {
      figure: active,
      words: active === 1 ? "active participant" : "active participants",
      to: "/participants",
    },
    {
      figure: meanToDatePercent === null ? "–" : `${meanToDatePercent}%`,
      words: "mean engagement to date",
      to: "/participants?sort=to_date",
    },
    {
      figure: belowLine,
      words: "below the line to date",
      to: "/participants?show=below&sort=to_date",
      late: belowLine > 0,
    },
    {
      figure: registersToTake,
      words: registersToTake === 1 ? "register not taken" : "registers not taken",
      to: "/events?show=to_take",
      late: registersToTake > 0,
    },
  ];
  return (
    <ul className="stat-links">
      {stats.map(({ figure, words, to, late }) => (
        <li key={words}>
          <a href={`${home}${to}`}>
            <b className={late ? "text-late" : undefined}>{figure}</b>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
