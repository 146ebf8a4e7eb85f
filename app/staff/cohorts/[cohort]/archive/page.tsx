import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { archive, restore } from "../../actions";
import { cohortTitle, findCohort } from "../find";

export default async function ArchivePage({ params }: { params: Promise<{ cohort: string }> }) {
  const { cohort } = await findCohort((await params).cohort, "/archive");
  const archived = cohort.state === "archived";
  const home = `/staff/cohorts/${cohort.id}`;
  const title = archived ? "Take the cohort out of the archive" : "Archive the cohort";
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={cohortTitle(cohort)}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <p className="mb-5">
        {archived
          ? "It can be changed again, and is as public as it was before."
          : "It leaves the lists and the public pages, and can only be read from then on. Nobody may be active in it and no application may wait. Participants keep their own pages. You can take it back."}
      </p>
      <ActionForm
        action={(archived ? restore : archive).bind(null, cohort.id)}
        title={title}
        submitLabel={archived ? "Take it out" : "Archive it"}
        hidden={{ version: String(cohort.version) }}
        aside={<a href={home}>{archived ? "Leave it there" : "Keep it as it is"}</a>}
      />
    </div>
  );
}
