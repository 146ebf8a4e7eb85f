import { STATE_NAMES } from "@/components/status/words";
import { SummaryList } from "@/components/ui/summary-list";
import type { ParticipantForStaff } from "@/lib/engagement/participant";

/** Who somebody is, where they stand, and the pages where each of it is changed. `home` is the file's address. */
export function PersonCard({
  person,
  home,
  mentors,
}: {
  person: ParticipantForStaff;
  home: string;
  /** Their page among the cohort's mentors. */
  mentors: string;
}) {
  const { state, email, groupName, mentorName, fundedPlace, applicationId, exception } = person;
  return (
    <section className="card">
      <SummaryList
        rows={[
          {
            label: "State",
            value: STATE_NAMES[state],
            change: { href: `${home}/status`, what: "the state of the enrolment" },
          },
          { label: "E-mail", value: <a href={`mailto:${email}`}>{email}</a> },
          {
            label: "Peer learning group",
            value: groupName ?? "none yet",
            change: { href: `${home}/group` },
          },
          { label: "NPQ mentor", value: <a href={mentors}>{mentorName ?? "not named yet"}</a> },
          { label: "Learning audits", value: <a href={`${home}/learning-audits`}>What was sent in</a> },
          { label: "Place", value: fundedPlace ? "funded" : "not funded" },
          ...(applicationId
            ? [
                {
                  label: "Application",
                  value: <a href={`/staff/applications/${applicationId}`}>As it was sent</a>,
                },
              ]
            : []),
          {
            label: "Assessment",
            value: exception ? "may be taken below the line" : "opens at the line",
            change: { href: `${home}/exception`, what: "whether the assessment opens below the line" },
          },
        ]}
      />
      <p className="no-print mt-4">
        <a href={`${home}/viewing`}>See their pages as they see them</a>
      </p>
    </section>
  );
}
