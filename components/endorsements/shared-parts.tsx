import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import type { SponsorPart } from "@/lib/applications/schema-choices";
import type { SharedPart } from "@/lib/applications/schema-endorsement";

const TITLES: Record<SponsorPart, string> = {
  about: "Registration with DfE",
  work: "Work and leadership experience",
  funding: "Who pays",
  statements: "Statements",
};

/** The parts of the application that the applicant chose to let the sponsor read, and nothing else. */
export function SharedParts({ name, parts }: { name: string; parts: SharedPart[] }) {
  return (
    <Card labelledBy="shared">
      <h2 id="shared">What {name} shares with you</h2>
      {parts.length === 0 ? (
        <p>
          Only that they apply. {name} chose not to share parts of the application itself: ask them if you
          want to read it.
        </p>
      ) : null}
      {parts.map(({ part, rows }) => (
        <section key={part} className="mt-4 first-of-type:mt-0" aria-labelledby={`shared-${part}`}>
          <h3 id={`shared-${part}`} className="mb-1">
            {TITLES[part]}
          </h3>
          {rows.length > 0 ? <SummaryList rows={rows} /> : <p className="text-muted">Nothing written</p>}
        </section>
      ))}
    </Card>
  );
}
