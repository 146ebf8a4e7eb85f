import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { PageHeading } from "@/components/ui/page-heading";
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard on a phone
        <section className="table-scroll" tabIndex={0} aria-label={TITLE}>
          <table className="data-table min-w-[44rem]">
            <thead>
              <tr>
                <th scope="col">Participant</th>
                <th scope="col">Residential</th>
                <th scope="col">Access</th>
                <th scope="col">Food</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ applicationId, fullName, residentialPlace, access, dietary }) => (
                <tr key={applicationId}>
                  <th scope="row">{fullName}</th>
                  <td>{residentialPlace}</td>
                  <td className="whitespace-pre-line wrap-anywhere">{access}</td>
                  <td className="whitespace-pre-line wrap-anywhere">{dietary}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
