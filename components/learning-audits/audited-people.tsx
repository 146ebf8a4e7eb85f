import type { AuditedPerson } from "@/lib/learning-audits/queries";

/** The people of a facilitator's groups, group by group, with how many audits each has sent. */
export function AuditedPeople({ people }: { people: readonly AuditedPerson[] }) {
  const groups = Map.groupBy(people, ({ cohortId, groupName }) => `${cohortId} ${groupName}`);
  return [...groups].map(([key, members]) => (
    <section key={key} className="mb-8 max-w-prose">
      <h2 className="mb-3">
        {members[0]?.groupName} group, {members[0]?.cohortName}
      </h2>
      <ul className="stack-list">
        {members.map(({ enrolmentId, cohortId, fullName, sent }) => (
          <li key={enrolmentId} className="flex flex-wrap justify-between gap-x-6">
            <a
              className="py-0.5"
              href={`/staff/cohorts/${cohortId}/participants/${enrolmentId}/learning-audits`}
            >
              {fullName}
            </a>
            <span className="text-muted">{sent === 0 ? "none sent yet" : `${sent} sent`}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
