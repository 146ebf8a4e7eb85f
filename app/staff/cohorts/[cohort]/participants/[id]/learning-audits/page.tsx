import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ComparisonParts } from "@/components/learning-audits/comparison";
import { PageHeading } from "@/components/ui/page-heading";
import { managesCohort } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { dayInLondon } from "@/lib/dates";
import { changeInWords, compared, pairFor } from "@/lib/learning-audits/compare";
import { auditsForStaff } from "@/lib/learning-audits/queries";
import { COMPARISON_WORDS, COMPARISONS } from "@/lib/learning-audits/schema";

type Props = { params: Promise<{ cohort: string; id: string }> };

/** What a participant sent, for those who manage the cohort and for the facilitator of their group. */
export default async function ParticipantLearningAuditsPage({ params }: Props) {
  const { cohort, id } = await params;
  const address = `/staff/cohorts/${encodeURIComponent(cohort)}/participants/${encodeURIComponent(id)}`;
  const actor = await requireStaff(`${address}/learning-audits`);
  const person = (await auditsForStaff(actor, cohort, id)) ?? notFound();
  const back = managesCohort(actor, cohort)
    ? { href: address, label: person.fullName }
    : { href: "/staff/learning-audits", label: "Learning audits of your groups" };
  return (
    <>
      <PageTitle title={`Learning audits, ${person.fullName}`} />
      <PageHeading
        title="Learning audits"
        caption={[person.fullName, person.groupName].filter(Boolean).join(" · ")}
        back={back}
      />
      {person.audits.length === 0 ? <p>{person.fullName} has not sent in an audit yet.</p> : null}
      {COMPARISONS.map((which) => {
        const { before, after } = pairFor(person.audits, which);
        const areas = compared({ before, after });
        // The whole programme says something of its own only once there is a later review than the first audit's.
        const own = which !== "programme" || (before && after && before.module !== after.module);
        if (areas.length === 0 || !own) return null;
        return (
          <section key={which} className="mb-10" aria-labelledby={`of-${which}`}>
            <h2 id={`of-${which}`} className="mb-3">
              {COMPARISON_WORDS[which]}
            </h2>
            <ComparisonParts
              areas={areas}
              days={{
                before: before ? dayInLondon(before.submittedAt) : null,
                after: after ? dayInLondon(after.submittedAt) : null,
              }}
              sentence={changeInWords(areas)}
            />
          </section>
        );
      })}
    </>
  );
}
