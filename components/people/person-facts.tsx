import { SummaryList } from "@/components/ui/summary-list";
import { dateTimeInLondon, dayInLondon, longDate } from "@/lib/dates";
import type { PersonPage } from "@/lib/people/views";

/** Who it is, and how they sign in. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const { name, email, createdAt, factorSince, linkAllowedAt, held } = person;
  return (
    <section className="card" aria-label="Account">
      <SummaryList
        rows={[
          ...(name ? [{ label: "Name", value: name }] : []),
          { label: "E-mail", value: email },
          { label: "Account since", value: longDate(dayInLondon(createdAt)) },
          ...(held.length > 0 || factorSince
            ? [
                {
                  label: "Second factor",
                  value: factorSince ? `on since ${longDate(dayInLondon(factorSince))}` : "not set up",
                },
              ]
            : []),
          ...(linkAllowedAt
            ? [{ label: "Sign-in by e-mail", value: `allowed since ${dateTimeInLondon(linkAllowedAt)}` }]
            : []),
        ]}
      />
      <p className="no-print mt-4">
        <a href={`/staff/audit-log?subject=${person.id}`}>What was done to this account</a>
      </p>
    </section>
  );
}
