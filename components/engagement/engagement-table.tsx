import { RouteKey } from "@/components/route-map/route-key";
import { Sprite } from "@/components/route-map/sprite";
import { Tag } from "@/components/ui/tag";
import { daysBetween, type PlainDate, shortDate } from "@/lib/dates";
import { type CohortEngagement, type EngagementRow, MILESTONE_STATES } from "@/lib/engagement/schema";
import { StateStrip, StripHead } from "./state-strip";

type Props = {
  list: CohortEngagement;
  /** The cohort's address. */
  home: string;
  /** The address of this list in another order. */
  address: (change: { sort: string }) => string;
  today: PlainDate;
};

/** A cohort's participants: where each stands, item by item, and why somebody needs a word. */
export function EngagementTable({ list, home, address, today }: Props) {
  const { question, cohort } = list;
  const { rows, columns, ahead } = opened(list);
  const used = new Set(rows.flatMap(({ states }) => states));
  const signs = MILESTONE_STATES.filter((state) => used.has(state));
  const titles = columns.map(({ short }) => short);
  const order = (sort: string) => (question.sort === sort ? "ascending" : undefined);
  return (
    <>
      <Sprite signs={signs} />
      <div className="mb-3 flex flex-wrap gap-x-6">
        <RouteKey signs={signs} />
        {ahead > 0 ? <p className="text-sm text-muted">{ahead} milestones are still to come.</p> : null}
      </div>
      <div className="table-scroll">
        <table className="data-table engagement-table">
          <thead>
            <tr>
              <th scope="col" aria-sort={order("name")}>
                <a href={address({ sort: "name" })}>Participant</a>
              </th>
              <th scope="col" className="num" aria-sort={order("to_date")}>
                <a href={address({ sort: "to_date" })}>To date</a>
              </th>
              <th scope="col" className="num">
                Overall
              </th>
              <th scope="col" className="num">
                Could reach
              </th>
              <th scope="col">
                <span className="sr-only">Milestones</span>
                <StripHead columns={columns} />
              </th>
              <th scope="col">Last activity</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.enrolmentId}
                row={row}
                titles={titles}
                href={`${home}/participants/${row.enrolmentId}`}
                line={cohort.thresholdPercent}
                today={today}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The list with the milestones that have opened: what is to come is the same for everybody. */
function opened(list: CohortEngagement) {
  const open = list.columns.map((_, at) => list.rows.some(({ states }) => states[at] !== "upcoming"));
  return {
    columns: list.columns.filter((_, at) => open[at]),
    rows: list.rows.map((row) => ({ ...row, states: row.states.filter((_, at) => open[at]) })),
    ahead: open.filter((each) => !each).length,
  };
}

type RowProps = { row: EngagementRow; titles: string[]; href: string; line: number; today: PlainDate };

function Row({ row, titles, href, line, today }: RowProps) {
  const { toDate, overall, forecast } = row.engagement;
  const why = row.state === "active" ? alert(row, today) : "";
  return (
    <tr>
      <th scope="row">
        <a href={href}>{row.fullName}</a>
        {row.state === "active" ? null : (
          <>
            {" "}
            <Tag tone="muted">{row.state}</Tag>
          </>
        )}
        <small className="font-normal">{row.workplace}</small>
      </th>
      <td className={`num ${tone(toDate.percent, line)}`}>{percent(toDate.percent)}</td>
      <td className="num">{percent(overall.percent)}</td>
      <td className={`num ${forecast.percent !== null && forecast.percent < line ? "text-late" : ""}`}>
        {percent(forecast.percent)}
      </td>
      <td className="strip-cell">
        <StateStrip states={row.states} titles={titles} />
      </td>
      <td>
        {row.lastActivityOn ? daysAgo(row.lastActivityOn, today) : "none yet"}
        {why ? <small className="why">{why}</small> : null}
      </td>
    </tr>
  );
}

const percent = (value: number | null) => (value === null ? "–" : `${value}%`);
const tone = (value: number | null, line: number) =>
  value === null ? "" : value < line ? "font-bold text-late" : "font-semibold text-done";

const QUIET_DAYS = 30;

/** "3 overdue, no activity in 30 days": why somebody may need a word; empty when nothing is amiss. */
function alert({ overdueCount, lastActivityOn }: EngagementRow, today: PlainDate): string {
  const quiet = overdueCount > 0 && (!lastActivityOn || daysBetween(lastActivityOn, today) > QUIET_DAYS);
  const parts = [
    overdueCount > 0 ? `${overdueCount} overdue` : "",
    quiet ? `no activity in ${QUIET_DAYS} days` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** "today", "yesterday", "12 days ago"; a date once it is longer than two months. */
function daysAgo(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return days <= 60 ? `${days} days ago` : shortDate(day);
}
