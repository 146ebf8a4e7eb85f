import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { PageHeading } from "@/components/ui/page-heading";
import { TableScroll } from "@/components/ui/table-scroll";
import { TakeOut } from "@/components/ui/take-out";
import { dateTimeInLondon } from "@/lib/dates";
import { nudgesOf } from "@/lib/engagement/nudges";
import { cohortTitle, findCohort } from "../find";

export default async function NudgesPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/nudges");
  const nudges = (await nudgesOf(actor, cohort.id)) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageTitle title={`Written to participants, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Written to participants"
        caption={`${cohortTitle(cohort)} · the newest first`}
        back={{ href: `${home}/participants`, label: "Participants" }}
      />
      {nudges.length === 0 ? (
        <p>Nothing yet. Tick participants in the list and write to them.</p>
      ) : (
        <TableScroll label="Letters">
          <table className="data-table table-stack">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">When, and by whom</th>
                <th scope="col" className="num">
                  To
                </th>
              </tr>
            </thead>
            <tbody>
              {nudges.map(({ id, subject, by, at, letters }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`${home}/nudges/${id}`}>{subject}</a>
                  </th>
                  <td data-label="When, and by whom">
                    {dateTimeInLondon(at)}
                    <small>{by}</small>
                  </td>
                  <td className="num" data-label="To">
                    {letters}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {nudges.length > 0 ? <TakeOut list="nudges" query={{ cohort: cohort.id }} /> : null}
    </>
  );
}
