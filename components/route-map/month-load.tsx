import type { CSSProperties } from "react";
import type { MonthHours } from "@/lib/route-map/months";

/** Hours to the nearest half: 3.5. */
const halfHours = (minutes: number) => Math.round(minutes / 30) / 2;

/**
 * What each month asks in hours. One list whose bars stand upright where there is room and lie down on a phone;
 * the figures are text in both, to the nearest half hour.
 */
export function MonthLoad({ months }: { months: readonly MonthHours[] }) {
  const most = Math.max(...months.map((month) => month.minutes), 1);
  return (
    <ol className="load">
      {months.map(({ month, label, minutes }) => {
        const [name = "", year = ""] = label.split(" ");
        return (
          <li key={month} style={{ "--share": minutes / most } as CSSProperties}>
            <span className="load-month">
              {name.slice(0, 3)}
              <span
                className={
                  name === "January" || month === months[0]?.month ? "load-year" : "load-year load-year-often"
                }
              >
                {" "}
                {year}
              </span>
            </span>
            <i />
            <span className="load-hours">{halfHours(minutes)} h</span>
          </li>
        );
      })}
    </ol>
  );
}
