import { CohortTag } from "@/components/cohorts/state-tag";
import { TableScroll } from "@/components/ui/table-scroll";
import type { StaffCohortRow } from "@/lib/cohorts/schema";
import { monthAndYear, shortDate } from "@/lib/dates";

/** Applications that somebody still has to deal with, in the order in which they move on. */
const OPEN = [
  ["submitted", "to be read"],
  ["under_review", "under review"],
  ["waitlisted", "on the waiting list"],
  ["offered", "offered"],
] as const;

/** The cohorts that one manages: when, places, applications, participants. */
export function CohortTable({ cohorts }: { cohorts: readonly StaffCohortRow[] }) {
  return (
    <TableScroll label="Cohorts">
      <table className="data-table table-stack min-[561px]:min-w-[50rem]">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Applications close</th>
            <th scope="col">Applications</th>
            <th scope="col" className="num">
              Places taken
            </th>
            <th scope="col" className="num">
              Funded
            </th>
            <th scope="col" className="num">
              Participants
            </th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <Row key={cohort.id} cohort={cohort} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ cohort }: { cohort: StaffCohortRow }) {
  const { id, name, programme, startsOn, applicationsClose, participants } = cohort;
  const { deferred, withdrawn, completed, transferred } = participants;
  const waiting = OPEN.filter(([state]) => cohort.applications[state] > 0);
  const others = [
    [deferred, "deferred"],
    [withdrawn, "withdrawn"],
    [completed, "completed"],
    [transferred, "moved to another cohort"],
  ] as const;
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/cohorts/${id}`}>
          {programme.shortName}, {name}
        </a>
        <small className="font-normal">starts in {monthAndYear(startsOn)}</small>
        {cohort.state === "published" ? null : <CohortTag state={cohort.state} />}
      </th>
      <td data-label="Applications close">{applicationsClose ? shortDate(applicationsClose) : "not set"}</td>
      <td data-label="Applications">
        {waiting.length === 0 ? "none waiting" : null}
        {waiting.map(([state, words]) => (
          <a
            key={state}
            className="me-4 inline-block py-0.5"
            href={`/staff/applications?cohort=${id}&state=${state}`}
          >
            {cohort.applications[state]} {words}
          </a>
        ))}
      </td>
      <td className="num" data-label="Places taken">
        {cohort.placesTaken} of {cohort.capacity}
      </td>
      <td className="num" data-label="Funded">
        {cohort.fundedTaken} of {cohort.fundedPlaces}
      </td>
      <td className="num" data-label="Participants">
        <a href={`/staff/cohorts/${id}/participants`}>{participants.active} active</a>
        <small>
          {others
            .filter(([count]) => count > 0)
            .map(([count, words]) => `${count} ${words}`)
            .join(", ")}
        </small>
      </td>
    </tr>
  );
}
