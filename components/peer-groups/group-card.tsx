import { Tag } from "@/components/ui/tag";
import { LEAST, MOST } from "@/lib/peer-groups/schema";
import type { CohortGroup, GroupMember } from "@/lib/peer-groups/views";

/** A group in the cohort's list: who facilitates it, who is in it, and ways to change both. */
export function GroupCard({ group, home }: { group: CohortGroup; home: string }) {
  const { id, name, facilitatorName, members, apart } = group;
  return (
    <section className="card" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>{name}</h2>
      <p className="mb-2">
        {members.length} {members.length === 1 ? "person" : "people"}
        <SizeTag size={members.length} />
        <br />
        {facilitatorName ? `Facilitated by ${facilitatorName}` : <b>No facilitator yet</b>}
      </p>
      <People people={members} home={home} />
      {apart.length > 0 ? (
        <>
          <h3 className="mt-4 text-base">Not taking part now</h3>
          <People people={apart} home={home} />
        </>
      ) : null}
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
        <a href={`/staff/groups/${id}`}>
          Sessions and notes<span className="sr-only"> of {name}</span>
        </a>
        <a href={`${home}/groups/${id}`}>
          Change name or facilitator<span className="sr-only"> of {name}</span>
        </a>
      </p>
    </section>
  );
}

function SizeTag({ size }: { size: number }) {
  if (size >= LEAST && size <= MOST) return null;
  return (
    <>
      {" "}
      <Tag tone="late">{size < LEAST ? `fewer than ${LEAST}` : `more than ${MOST}`}</Tag>
    </>
  );
}

/** People, each with the way to another group. */
export function People({ people, home }: { people: readonly GroupMember[]; home: string }) {
  return (
    <ul className="stack-list">
      {people.map(({ enrolmentId, fullName, jobTitle, workplace, state }) => (
        <li key={enrolmentId} className="flex items-baseline justify-between gap-4">
          <div>
            {fullName} {state === "active" || state === "completed" ? null : <Tag tone="muted">{state}</Tag>}
            <small className="block text-muted">
              {jobTitle}, {workplace}
            </small>
          </div>
          <a href={`${home}/participants/${enrolmentId}/group`}>
            Move<span className="sr-only"> {fullName}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
