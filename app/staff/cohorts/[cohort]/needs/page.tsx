import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { NeedsTable } from "@/components/events/needs-table";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { needsOfCohort } from "@/lib/applications/needs";
import { cohortTitle, findCohort } from "../find";

const TITLE = "Access and food";

/** What people with a place need for the residentials: for those who run them, and on no other page. */
export default async function NeedsPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort);
  const rows = (await needsOfCohort(actor, cohort.id)) ?? notFound();
  return (
    <>
      <PageTitle title={`${TITLE}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}`, label: cohortTitle(cohort) }}
      />
      <p className="mb-6 max-w-prose">
        What people with a place told us that they need. It may be about their health: use it to run the
        residentials, and for nothing else.
      </p>
      {rows.length === 0 ? (
        <p>Nobody with a place has asked for anything.</p>
      ) : (
        <NeedsTable
          name={TITLE}
          withPlace
          rows={rows.map(({ applicationId, residentialPlace, ...row }) => ({
            id: applicationId,
            residential: residentialPlace,
            ...row,
          }))}
        />
      )}
      {rows.length > 0 ? <TakeOut list="needs" query={{ cohort: cohort.id }} /> : null}
    </>
  );
}
