import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { shortDate } from "@/lib/dates";
import type { LinkView, MentorView } from "@/lib/mentoring/schema";

/** Who the mentor is, and how their link stands; `children`: what can be done about it. */
export function MentorCard({
  mentor,
  link,
  children,
}: {
  mentor: MentorView | null;
  link: LinkView;
  children?: ReactNode;
}) {
  return (
    <section className="card mb-6" aria-labelledby="mentor">
      <h2 id="mentor">{mentor ? mentor.name : "No mentor is named"}</h2>
      {mentor ? (
        <SummaryList
          rows={[
            { label: "Job title", value: mentor.jobTitle },
            { label: "E-mail", value: mentor.email },
            { label: "Mentor since", value: shortDate(mentor.from) },
            { label: "Personal link", value: linkWords(link) },
          ]}
        />
      ) : null}
      {children}
    </section>
  );
}

function linkWords({ sentOn, until, withdrawn, bouncing }: LinkView): string {
  if (withdrawn) return "Withdrawn by staff: it shows nothing, and nothing is sent";
  if (!sentOn || !until) return "Not sent yet: it goes out on the next working day";
  const sent = `Sent on ${shortDate(sentOn)}, works until ${shortDate(until)}`;
  return bouncing ? `${sent}. The e-mail could not be delivered: the address may be wrong.` : sent;
}

/** Who it was before, and for how long. What they confirmed stays. */
export function MentorsBefore({ before }: { before: readonly MentorView[] }) {
  if (before.length === 0) return null;
  return (
    <section className="card mb-6" aria-labelledby="before">
      <h2 id="before">Before</h2>
      <ul className="stack-list">
        {before.map(({ mentorId, name, jobTitle, from, to }) => (
          <li key={mentorId}>
            {name}, {jobTitle}
            <small className="block text-muted">
              {shortDate(from)} to {to ? shortDate(to) : "today"}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
