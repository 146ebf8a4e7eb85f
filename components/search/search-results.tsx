import type { Found, FoundPerson } from "@/lib/people/views-search";

const KINDS: Record<FoundPerson["kind"], string> = {
  participant: "participant",
  applicant: "application",
  account: "account",
  enquiry: "question",
};

/** Where a result leads. */
function addressOf({ kind, id, cohortId }: FoundPerson): string {
  if (kind === "participant") return `/staff/cohorts/${cohortId}/participants/${id}`;
  if (kind === "applicant") return `/staff/applications/${id}`;
  return kind === "enquiry" ? `/staff/enquiries/${id}` : `/staff/people/${id}`;
}

function People({ id, title, people }: { id: string; title: string; people: FoundPerson[] }) {
  if (people.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby={id}>
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      <ul className="stack-list">
        {people.map((person) => (
          <li key={`${person.kind} ${person.id}`} className="wrap-anywhere">
            <a href={addressOf(person)}>{person.name}</a>
            <p className="text-[0.94rem] text-muted">
              {[KINDS[person.kind], person.cohort, person.detail].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the one box has found, each leading to its page. */
export function SearchResults({ found }: { found: Found }) {
  const { people, morePeople, quoted, places } = found;
  if (people.length + quoted.length + places.length === 0)
    return <p>Nothing that you may see fits. Try fewer letters, or only the beginning of a name.</p>;
  return (
    <>
      <People id="quoted" title="With this number or reference" people={quoted} />
      <People id="people" title="People" people={people} />
      {morePeople ? <p className="mb-8">There are more people: type more of the name.</p> : null}
      {places.length > 0 ? (
        <section aria-labelledby="places">
          <h2 id="places" className="mb-2">
            Schools and trusts
          </h2>
          <ul className="stack-list">
            {places.map(({ kind, code, name, town, detail }) => (
              <li key={`${kind} ${code}`}>
                {kind === "school" ? <a href={`/staff/search?q=${code}`}>{name}</a> : name}
                <p className="text-[0.94rem] text-muted">
                  {[town, detail, kind === "school" ? `URN ${code}` : null].filter(Boolean).join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
