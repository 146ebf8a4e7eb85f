import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { CorrectionRow } from "@/lib/corrections/schema";
import { shortDate } from "@/lib/dates";
import { fullTitle } from "@/lib/route-map/schema";

/** Staff's list of corrections: who, of what, in which words, since when. */
export function CorrectionTable({ rows }: { rows: readonly CorrectionRow[] }) {
  return (
    <TableScroll label="Corrections">
      <table className="data-table table-stack">
        <caption className="sr-only">Corrections that participants asked for</caption>
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">Of what</th>
            <th scope="col">What they say</th>
            <th scope="col">Asked</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/staff/corrections/${row.id}`}>{row.fullName}</a>
                <small>{row.cohortName}</small>
              </th>
              <td data-label="Of what">{fullTitle(row)}</td>
              <td className="whole-line max-w-[36ch]">{shortened(row.said)}</td>
              <td className="whitespace-nowrap" data-label="Asked">
                {shortDate(row.askedOn)}
              </td>
              <td data-label="Answer">
                {row.outcome ? (
                  <Tag tone={row.outcome === "put_right" ? "done" : "muted"}>
                    {row.outcome === "put_right" ? "put right" : "not changed"}
                  </Tag>
                ) : (
                  <Tag tone="open">waits</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const MOST = 140;

/** The beginning of what was said; by characters, so that none is cut in half. */
function shortened(text: string): string {
  const all = Array.from(text.replace(/\s+/g, " "));
  return all.length <= MOST ? all.join("") : `${all.slice(0, MOST).join("").trimEnd()} …`;
}
