import type { HoursRow } from "@/lib/programmes/schema";

const hours = (minutes: number) => `${minutes / 60} ${minutes === 60 ? "hour" : "hours"}`;

/** What the programme is made of, and how long each part takes: the sum grows line by line to the whole. */
export function HoursTable({ rows }: { rows: readonly HoursRow[] }) {
  const whole = rows.reduce((sum, row) => sum + row.minutes, 0);
  return (
    <table className="hours-table">
      <caption className="sr-only">Components of the programme with their learning time, added up</caption>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <th scope="col" className="num">
            Number
          </th>
          <th scope="col" className="num">
            Learning time
          </th>
          <th scope="col" className="num hours-so-far">
            So far
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.component}>
            <th scope="row">{row.component}</th>
            <td className="num">{row.count}</td>
            <td className="num">
              {row.publishedAs ?? hours(row.minutes)}
              {/\bhours?\b/.test(row.publishedAs ?? "hours") ? null : <small>{hours(row.minutes)}</small>}
            </td>
            <td className="num hours-so-far">
              {rows.slice(0, index + 1).reduce((sum, { minutes }) => sum + minutes, 0) / 60}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Whole programme
          </th>
          <td className="num">{hours(whole)}</td>
          <td className="num hours-so-far">{whole / 60}</td>
        </tr>
      </tfoot>
    </table>
  );
}
