import type { ReactNode } from "react";
import { FUNDING_SHORT } from "@/lib/applications/schema-choices";
import {
  type QueueFilters,
  queueAddress,
  type Sort,
  shownSort,
  WAITING_ON_WORDS,
} from "@/lib/applications/schema-queue";
import type { QueueRow } from "@/lib/applications/views-queue";
import { shortDate } from "@/lib/dates";
import { StateTag } from "./state-tag";

type Props = {
  rows: QueueRow[];
  filters: QueueFilters;
  /** True when the view holds several cohorts, so that each line says which. */
  manyCohorts: boolean;
  /** A column in front, such as one of ticks: its heading, and its cell for each line. */
  lead?: { heading: ReactNode; cell: (row: QueueRow) => ReactNode };
};

/** A page of the queue. On a phone two columns carry everything; from there on each thing has its own. */
export function QueueTable({ rows, filters, manyCohorts, lead }: Props) {
  const sorted = { filters, now: shownSort(filters) };
  return (
    <table className="data-table queue-table">
      <caption className="sr-only">Applications</caption>
      <thead>
        <tr>
          {lead ? <th scope="col">{lead.heading}</th> : null}
          <SortHeading {...sorted} up="name" down="name_down">
            Applicant
          </SortHeading>
          <SortHeading {...sorted} up="workplace" down="workplace_down" className="wide">
            Workplace
          </SortHeading>
          <th scope="col" className="wide">
            State
          </th>
          <th scope="col" className="wide">
            Who pays
          </th>
          <SortHeading {...sorted} up="score_up" down="score" first="down" className="wide">
            Score
          </SortHeading>
          <SortHeading {...sorted} up="waiting" down="submitted">
            Sent
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {lead ? <td>{lead.cell(row)}</td> : null}
            <th scope="row">
              <a href={`/staff/applications/${row.id}`}>{row.fullName}</a>
              <small>
                {row.reference}
                {manyCohorts ? ` · ${row.cohortName}` : ""}
              </small>
              <span className="narrow">
                <small>{row.workplace}</small>
                <Where row={row} />
                {row.reviews > 0 ? <Score row={row} /> : null}
              </span>
            </th>
            <td className="wide">
              {row.workplace}
              <small>{[row.phase, row.region].filter(Boolean).join(", ")}</small>
            </td>
            <td className="wide">
              <Where row={row} />
            </td>
            <td className="wide">{row.fundingRoute ? FUNDING_SHORT[row.fundingRoute] : ""}</td>
            <td className="wide">
              <Score row={row} />
            </td>
            <td>
              {row.submittedOn ? shortDate(row.submittedOn) : ""}
              {row.promisedBy ? (
                <small className={row.late ? "font-bold text-late" : undefined}>
                  {row.late ? "late: " : ""}promised by {shortDate(row.promisedBy)}
                </small>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where it stands, and for whom it waits. */
function Where({ row: { state, answerBy, waitingOn } }: { row: QueueRow }) {
  const others = waitingOn.filter((who) => who !== "nobody");
  return (
    <>
      <StateTag state={state} />
      {answerBy ? <small>answer by {shortDate(answerBy)}</small> : null}
      {others.length > 0 ? (
        <small>waits for {others.map((who) => WAITING_ON_WORDS[who]).join(" and ")}</small>
      ) : null}
    </>
  );
}

function Score({ row: { score, maxScore, reviews, reading, undecided } }: { row: QueueRow }) {
  if (reviews === 0) return undecided ? <small>no review yet</small> : null;
  return (
    <>
      {score === null ? null : `${score} of ${maxScore}`}
      <small>{reviews === 1 ? "1 review" : `${reviews} reviews`}</small>
      {reading === "differing" && undecided ? (
        <small className="font-bold text-soon">scores differ</small>
      ) : null}
    </>
  );
}

function SortHeading({
  filters,
  now,
  up,
  down,
  first = "up",
  className,
  children,
}: {
  filters: QueueFilters;
  now: Sort;
  up: Sort;
  down: Sort;
  /** The direction that the first click gives. */
  first?: "up" | "down";
  className?: string;
  children: ReactNode;
}) {
  const order = now === up ? "ascending" : now === down ? "descending" : undefined;
  const start = first === "up" ? up : down;
  const next = now === start ? (start === up ? down : up) : start;
  return (
    <th scope="col" aria-sort={order} className={className}>
      <a href={queueAddress(filters, { sort: next })}>
        {children}
        {order ? <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span> : null}
      </a>
    </th>
  );
}
