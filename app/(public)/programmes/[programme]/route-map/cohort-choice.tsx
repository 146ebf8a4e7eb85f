import type { PublicRouteMap } from "@/lib/route-map/schema";

/** Links to the other cohorts' route maps: each starts in a month of its own. */
export function CohortChoice({ map }: { map: PublicRouteMap }) {
  if (map.cohorts.length < 2) return null;
  return (
    <nav className="no-print mb-4" aria-label="Cohorts">
      <ul className="flex flex-wrap gap-x-5">
        {map.cohorts.map((cohort) => (
          <li key={cohort.slug}>
            {cohort.slug === map.cohort?.slug ? (
              <span className="inline-block py-1 font-semibold" aria-current="page">
                {cohort.name}
              </span>
            ) : (
              <a
                className="inline-block py-1"
                href={`/programmes/${map.programme.slug}/route-map?cohort=${cohort.slug}`}
              >
                {cohort.name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
