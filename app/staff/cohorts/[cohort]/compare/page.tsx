import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { DifferenceFields } from "@/components/milestones/difference-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { comparison } from "@/lib/milestone-changes/take-over";
import { isEmpty } from "@/lib/route-map/changes";
import { cohortTitle, findCohort } from "../find";
import { takeFromTemplate } from "../milestones/actions";

const TITLE = "Compare with the template";

export default async function ComparePage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/compare");
  const { differences, kept } = (await comparison(actor, cohort.id)) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}`;
  const same = isEmpty(differences);
  return (
    <div className="max-w-prose">
      <title>{`${TITLE} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={TITLE}
        caption={`${cohortTitle(cohort)}, and the template of ${cohort.programme.shortName} dated for it`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      {same ? <p>Every milestone is as the template has it.</p> : null}
      {same || cohort.state === "archived" ? null : (
        <ActionForm
          action={takeFromTemplate.bind(null, cohort.id)}
          title={TITLE}
          submitLabel="See what taking these over changes"
          hidden={{ version: String(cohort.routeMapVersion) }}
          aside={<a href={home}>Leave it as it is</a>}
        >
          <DifferenceFields differences={differences} kept={kept} />
        </ActionForm>
      )}
    </div>
  );
}
