import { RouteKey } from "@/components/route-map/route-key";
import { Sprite } from "@/components/route-map/sprite";
import { TableScroll } from "@/components/ui/table-scroll";
import type { PlainDate } from "@/lib/dates";
import { type CohortEngagement, MILESTONE_STATES } from "@/lib/engagement/schema";
import { EngagementLine } from "./engagement-line";
import { SortHeading } from "./sort-heading";
import { StripHead } from "./state-strip";
import { TickHeading } from "./tick-cell";

type Props = {
  list: CohortEngagement;
  /** The cohort's address. */
  home: string;
  today: PlainDate;
  /** True when the page came with every box ticked. */
  ticked: boolean;
};

/** A cohort's participants: where each stands, item by item, and why somebody needs a word. */
export function EngagementTable({ list, home, today, ticked }: Props) {
  const { question } = list;
  const { rows, columns, ahead } = opened(list);
  const used = new Set(rows.flatMap(({ states }) => states));
  const signs = MILESTONE_STATES.filter((state) => used.has(state));
  const titles = columns.map(({ short }) => short);
  const sorted = { home: `${home}/participants`, question };
  return (
    <>
      <Sprite signs={signs} />
      <div className="mb-3 flex flex-wrap gap-x-6">
        <RouteKey signs={signs} />
        {ahead > 0 ? <p className="text-sm text-muted">{ahead} milestones are still to come.</p> : null}
      </div>
      <TableScroll label="Participants">
        <table className="data-table engagement-table">
          <thead>
            <tr>
              {list.manages ? <TickHeading /> : null}
              <SortHeading {...sorted} sort="name">
                Participant
              </SortHeading>
              <SortHeading {...sorted} sort="to_date" className="num">
                To date
              </SortHeading>
              <SortHeading {...sorted} sort="overall" className="num">
                Overall
              </SortHeading>
              <SortHeading {...sorted} sort="forecast" className="num">
                Could reach
              </SortHeading>
              <SortHeading {...sorted} sort="overdue" first="desc" className="num">
                Overdue
              </SortHeading>
              <SortHeading {...sorted} sort="last">
                Last activity
              </SortHeading>
              <th scope="col">
                <span className="sr-only">Milestones</span>
                <StripHead columns={columns} />
              </th>
              <SortHeading {...sorted} sort="group">
                Group
              </SortHeading>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <EngagementLine
                key={row.enrolmentId}
                {...{ row, titles, today, ticked }}
                href={list.manages ? `${home}/participants/${row.enrolmentId}` : null}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
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
