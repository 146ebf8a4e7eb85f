import { notFound } from "next/navigation";
import { NudgeLetters } from "@/components/engagement/nudge-letters";
import { PageTitle } from "@/components/engagement/page-title";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon } from "@/lib/dates";
import { nudgeSent } from "@/lib/engagement/nudges";
import { cohortTitle, findCohort } from "../../find";

export default async function NudgePage({ params }: { params: Promise<{ cohort: string; id: string }> }) {
  const { cohort: cohortId, id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/nudges/${encodeURIComponent(id)}`);
  const sent = (await nudgeSent(actor, cohort.id, id)) ?? notFound();
  const { letters, by, at, rows } = sent;
  return (
    <>
      <PageTitle title={`Written to ${letters}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={letters === 1 ? "Written to one participant" : `Written to ${letters} participants`}
        caption={`${cohortTitle(cohort)} · ${by}, ${dateTimeInLondon(at)}`}
        back={{ href: `/staff/cohorts/${cohort.id}/nudges`, label: "Written to participants" }}
      />
      <div className="mb-6">
        <Notice tone="done">
          Each of them has it within a minute. This is what each was sent, word for word.
        </Notice>
      </div>
      <NudgeLetters letters={rows} />
    </>
  );
}
