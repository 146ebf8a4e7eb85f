import { TableScroll } from "@/components/ui/table-scroll";
import type { ComparedArea } from "@/lib/learning-audits/schema";

/** Before and after in figures and in one's own words, area by area. */
export function CompareTable({ areas, caption }: { areas: readonly ComparedArea[]; caption: string }) {
  return (
    <TableScroll label={caption}>
      <table className="data-table table-stack compare-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col" className="num">
              Before
            </th>
            <th scope="col" className="num">
              After
            </th>
            <th scope="col" className="num">
              Change
            </th>
            <th scope="col">Note before</th>
            <th scope="col">Note after</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ key, title, before, after }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td className="num" data-label="Before">
                {before?.mark ?? "–"}
              </td>
              <td className="num" data-label="After">
                {after?.mark ?? "–"}
              </td>
              <td className="num" data-label="Change">
                {before && after ? changeOf(after.mark - before.mark) : "–"}
              </td>
              <td className="whole-line whitespace-pre-line wrap-anywhere" data-label="Note before">
                {before?.note ?? ""}
              </td>
              <td className="whole-line whitespace-pre-line wrap-anywhere" data-label="Note after">
                {after?.note ?? ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** "+2", "−1" with a real minus, "0". */
const changeOf = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "0");
