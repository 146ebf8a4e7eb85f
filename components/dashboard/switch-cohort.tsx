import type { ParticipantOverview } from "@/lib/engagement/schema";

/** For the few who have been on more than one cohort: the way to the others. */
export function SwitchCohort({ others }: Pick<ParticipantOverview, "others">) {
  if (others.length === 0) return null;
  return (
    <nav className="no-print -mt-2 mb-5 flex flex-wrap gap-x-5 gap-y-1" aria-label="Your other cohorts">
      {others.map(({ cohortId, cohortName, shortName }) => (
        <a key={cohortId} className="py-0.5" href={`/dashboard?cohort=${cohortId}`}>
          See {shortName}, {cohortName}
        </a>
      ))}
    </nav>
  );
}
