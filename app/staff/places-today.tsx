import { placesToFill } from "@/lib/applications/seats";
import type { Actor } from "@/lib/auth/actor";

/** Places that are free while somebody waits for one, and who is next: for those who manage the cohort. */
export async function PlacesToday({ actor }: { actor: Actor }) {
  const cohorts = await placesToFill(actor);
  if (cohorts.length === 0) return null;
  return (
    <section className="mb-10" aria-labelledby="places">
      <h2 id="places" className="mb-2">
        Places to fill
      </h2>
      <ul className="stack-list max-w-prose">
        {cohorts.map(({ cohortId, cohortName, free, next }) => (
          <li key={cohortId}>
            {cohortName}: {free} {free === 1 ? "place is" : "places are"} free. Next on the waiting list:{" "}
            {next}. <a href={`/staff/cohorts/${cohortId}/seats`}>See the places</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
