import { CohortFields } from "@/components/cohorts/cohort-fields";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { monthAndYear } from "@/lib/dates";
import { change } from "../../actions";
import { Archived } from "../archived";
import { cohortTitle, findCohort } from "../find";

const TITLE = "Name, places and days to apply";

export default async function EditCohortPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { cohort } = await findCohort((await params).cohort, "/edit");
  const home = `/staff/cohorts/${cohort.id}`;
  if (cohort.state === "archived") return <Archived cohort={cohort} title={TITLE} />;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption={`Starts in ${monthAndYear(cohort.startsOn)} · ${cohort.placesTaken} places and ${cohort.fundedTaken} funded places are held or taken`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <ActionForm
        action={change.bind(null, cohort.id)}
        title={TITLE}
        submitLabel="Save"
        hidden={{ version: String(cohort.version) }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <CohortFields cohort={cohort} fixedSlug={cohort.state !== "draft"} />
      </ActionForm>
    </div>
  );
}
