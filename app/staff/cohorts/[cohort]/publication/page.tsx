import { WarningList, warningsInWords } from "@/components/cohorts/warning-list";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { longDate, monthAndYear } from "@/lib/dates";
import { warningsOf } from "@/lib/route-map/warnings";
import { publish } from "../../actions";
import { cohortTitle, findCohort } from "../find";

const TITLE = "Publish the cohort";

export default async function PublicationPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { cohort } = await findCohort((await params).cohort, "/publication");
  const warnings = await warningsOf(cohort);
  const home = `/staff/cohorts/${cohort.id}`;
  const { applicationsOpen: from, applicationsClose: to } = cohort;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <p className="mb-5">
        From then on the prospectus names it, everybody can read its route map, and people can apply on the
        days below.
      </p>
      <SummaryList
        rows={[
          { label: "Starts in", value: monthAndYear(cohort.startsOn) },
          {
            label: "Applications",
            value: from && to ? `${longDate(from)} to ${longDate(to)}` : "no days are set: nobody can apply",
            change: { href: `${home}/edit` },
          },
          { label: "Places", value: `${cohort.capacity}, of which ${cohort.fundedPlaces} funded` },
        ]}
      />
      <div className="my-6">
        <p className="mb-2">{warningsInWords(warnings.length)}</p>
        <WarningList warnings={warnings} />
      </div>
      {cohort.state === "draft" ? (
        <ActionForm
          action={publish.bind(null, cohort.id)}
          title={TITLE}
          submitLabel="Publish it"
          hidden={{ version: String(cohort.version) }}
          aside={<a href={home}>Not yet</a>}
        />
      ) : (
        <>
          <title>{`${TITLE} - UCL Centre for Educational Leadership`}</title>
          <p>This cohort is {cohort.state === "archived" ? "archived" : "public already"}.</p>
        </>
      )}
    </div>
  );
}
