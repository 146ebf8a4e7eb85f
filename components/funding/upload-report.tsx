import { Notice } from "@/components/ui/notice";
import { TableScroll } from "@/components/ui/table-scroll";
import type { UploadFormState } from "@/lib/funding/views";

const lines = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "line" : "lines"}`;

/** What was found in a file that was not taken: the wrong lines with the reason, or that it is in order. */
export function UploadReport(report: NonNullable<UploadFormState["report"]>) {
  const { wrong, problems, entries, lists, repeated, notRead } = report;
  return (
    <section className="mb-6" aria-label="What was found in the file">
      {wrong === 0 ? (
        <Notice tone="done" title="The file is in order">
          Nothing was changed yet: choose it again to upload it.
        </Notice>
      ) : (
        <TableScroll label="Lines that are wrong">
          <table className="data-table">
            <caption>
              {lines(wrong)} wrong, {lines(entries)} in order
              {wrong > problems.length ? `; the first ${problems.length} wrong ones` : ""}
            </caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  Line
                </th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ line, text }) => (
                <tr key={line}>
                  <th scope="row" className="num">
                    {line}
                  </th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <ul className="mt-4 list-disc pl-6">
        {lists.map((list) => (
          <li key={list.name}>
            {list.name}: {lines(list.entries)}
          </li>
        ))}
        {repeated > 0 ? (
          <li>{lines(repeated)} said again what an earlier one said, and count once.</li>
        ) : null}
        {notRead.length > 0 ? <li>Not read: {notRead.join(", ")}</li> : null}
      </ul>
    </section>
  );
}
