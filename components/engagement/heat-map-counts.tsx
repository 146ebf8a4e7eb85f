import type { HeatMap } from "@/lib/engagement/heat-map";
import { percentDone } from "./heat-map";

/** The same by milestone, for a screen that is too narrow for the map: how many of the active have done each. */
export function HeatMapCounts({ map }: { map: HeatMap }) {
  return (
    <table className="data-table heat-map-counts">
      <caption>By milestone, all who are active</caption>
      <thead>
        <tr>
          <th scope="col">Milestone</th>
          <th scope="col" className="num">
            Done
          </th>
          <th scope="col" className="num">
            Not yet
          </th>
        </tr>
      </thead>
      <tbody>
        {map.columns.map(({ milestoneId, title, module }) => {
          const { done, of } = map.done[milestoneId] ?? { done: 0, of: 0 };
          return (
            <tr key={milestoneId}>
              <th scope="row">
                {title}
                {module ? <small className="font-normal">module {module}</small> : null}
              </th>
              <td className="num">
                {done} <small>{percentDone({ done, of })}</small>
              </td>
              <td className="num">{of - done}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
