import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { type PlainDate, shortDate } from "@/lib/dates";
import type { AlertRow } from "@/lib/engagement/cohort-alerts";
import { alertWords, isNew } from "@/lib/engagement/schema-alerts";
import { HOW_WORDS } from "@/lib/engagement/schema-contacts";
import { STANDING_TEXT, standingOf } from "@/lib/engagement/schema-tone";
import { TickCell, TickHeading } from "./tick-cell";

type Props = {
  rows: readonly AlertRow[];
  /** The cohort's address. */
  home: string;
  today: PlainDate;
  /** True when the page came with every box ticked. */
  ticked: boolean;
};

/** Who needs a word, why, since when, and who last was in touch. */
export function AlertTable({ rows, home, today, ticked }: Props) {
  return (
    <TableScroll label="Early alerts">
      <table className="data-table table-stack alert-table">
        <thead>
          <tr>
            <TickHeading />
            <th scope="col">Participant</th>
            <th scope="col" className="num">
              To date
            </th>
            <th scope="col">Why, and since when</th>
            <th scope="col">Last contact</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.enrolmentId} {...{ row, home, today, ticked }} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Line({ row, home, today, ticked }: { row: AlertRow } & Omit<Props, "rows">) {
  const { toDate } = row.engagement;
  const person = `${home}/participants/${row.enrolmentId}`;
  return (
    <tr>
      <TickCell {...row} ticked={ticked} />
      <th scope="row">
        <a href={person}>{row.fullName}</a>
        <small className="font-normal">{row.workplace}</small>
        <small className="font-normal">{row.groupName ?? "in no group"}</small>
      </th>
      <td
        data-label="To date"
        className={`num font-bold ${toDate.percent === null ? "" : STANDING_TEXT[standingOf(row.engagement)]}`}
      >
        {toDate.percent === null ? "–" : `${toDate.percent}%`}
      </td>
      <td data-label="Why, and since when">
        <ul>
          {row.alerts.map((alert) => (
            <li key={alert.reason}>
              {alertWords(alert, row, today)}{" "}
              <span className="text-muted whitespace-nowrap">since {shortDate(alert.since)}</span>{" "}
              {isNew(alert, today) ? <Tag tone="late">new</Tag> : null}
            </li>
          ))}
        </ul>
      </td>
      <td data-label="Last contact">
        {row.contact ? <LastContactWords contact={row.contact} today={today} /> : <p>nobody yet</p>}
        <a className="no-print mt-1 inline-block py-0.5" href={`${person}/contacts`}>
          Log a contact<span className="sr-only"> with {row.fullName}</span>
        </a>
      </td>
    </tr>
  );
}

/** "Ruth Calder, by phone, 12 November 2026: …" and when next. */
function LastContactWords({
  contact,
  today,
}: {
  contact: NonNullable<AlertRow["contact"]>;
  today: PlainDate;
}) {
  const { by, how, happenedOn, outcome, nextOn } = contact;
  return (
    <>
      {by}, {HOW_WORDS[how]}, {shortDate(happenedOn)}
      <small className="wrap-anywhere">{outcome}</small>
      {nextOn ? (
        <small className={nextOn <= today ? "font-bold text-soon" : undefined}>
          {nextOn <= today ? "next contact was due" : "next contact"} {shortDate(nextOn)}
        </small>
      ) : null}
    </>
  );
}
