import { STATE_NAMES } from "@/components/status/words";
import { Tag } from "@/components/ui/tag";
import type { PlainDate } from "@/lib/dates";
import type { EngagementRow } from "@/lib/engagement/schema";
import { alertWords } from "@/lib/engagement/schema-alerts";
import { STANDING_TEXT, standingOf } from "@/lib/engagement/schema-tone";
import { StateStrip } from "./state-strip";
import { TickCell } from "./tick-cell";
import { daysAgo } from "./when";

type Props = {
  row: EngagementRow;
  titles: string[] /** The person's page, for who may open it. */;
  href: string | null;
  today: PlainDate;
  ticked: boolean;
};

/** Somebody's line of the engagement list. Only who is taking part can be ticked: nobody else is written to. */
export function EngagementLine({ row, titles, href, today, ticked }: Props) {
  const { toDate, overall, forecast, shortMinutes } = row.engagement;
  const active = row.state === "active";
  const why = row.alerts.map((alert) => alertWords(alert, row, today)).join(", ");
  return (
    <tr>
      {href ? active ? <TickCell {...row} ticked={ticked} /> : <td className="no-print" /> : null}
      <th scope="row">
        {href ? <a href={href}>{row.fullName}</a> : row.fullName}
        {active ? null : (
          <>
            {" "}
            <Tag tone="muted">{STATE_NAMES[row.state]}</Tag>
          </>
        )}
        <small className="font-normal">{row.workplace}</small>
        {why ? <small className="why font-normal">{why}</small> : null}
      </th>
      <td
        className={`num font-bold ${toDate.percent === null ? "" : STANDING_TEXT[standingOf(row.engagement)]}`}
      >
        {percent(toDate.percent)}
      </td>
      <td className="num">{percent(overall.percent)}</td>
      <td className={`num ${shortMinutes > 0 ? "text-late" : ""}`}>{percent(forecast.percent)}</td>
      <td className="num">{row.overdueCount}</td>
      <td>{row.lastActivityOn ? daysAgo(row.lastActivityOn, today) : "none yet"}</td>
      <td className="strip-cell">
        <StateStrip states={row.states} titles={titles} />
      </td>
      <td>{row.groupName ?? "none"}</td>
    </tr>
  );
}

const percent = (value: number | null) => (value === null ? "–" : `${value}%`);
