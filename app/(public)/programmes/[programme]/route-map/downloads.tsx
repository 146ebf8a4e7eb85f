/** The whole route map to take along: printed, in a calendar, in a spreadsheet. */
export function Downloads({ slug, cohort }: { slug: string; cohort: string | undefined }) {
  const query = cohort ? `?cohort=${encodeURIComponent(cohort)}` : "";
  const home = `/programmes/${slug}`;
  return (
    <ul className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1">
      <li>
        <a className="inline-block py-1" href={`${home}/route-map.ics${query}`}>
          Add the whole map to a calendar (.ics)
        </a>
      </li>
      <li>
        <a className="inline-block py-1" href={`${home}/route-map.csv${query}`}>
          Open it in a spreadsheet (.csv)
        </a>
      </li>
      <li className="py-1 text-muted">This page prints on one or two sheets.</li>
    </ul>
  );
}
