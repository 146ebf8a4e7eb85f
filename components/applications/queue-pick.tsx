import { buttonClass } from "@/components/ui/button";
import { type QueueFilters, queueAddress } from "@/lib/applications/schema-queue";
import type { QueueRow } from "@/lib/applications/views-queue";
import { QueueTable } from "./queue-table";

type Props = {
  rows: QueueRow[];
  filters: QueueFilters;
  manyCohorts: boolean;
  /** True when the page came with every line ticked. */
  ticked: boolean;
};

/** The queue with a box to tick in each line, and what can be done with those ticked; the next page shows who. */
export function QueuePick({ rows, filters, manyCohorts, ticked }: Props) {
  const address = queueAddress(filters, { page: filters.page });
  const all = ticked ? address : `${address}${address.includes("?") ? "&" : "?"}ticked=all`;
  return (
    <form action="/staff/applications/bulk" className="queue-pick" key={String(ticked)}>
      <QueueTable
        {...{ rows, filters, manyCohorts }}
        lead={{
          heading: <span className="sr-only">Tick</span>,
          cell: ({ reference, fullName }) => (
            <label className="tick">
              <input type="checkbox" name="a" value={reference} defaultChecked={ticked} />
              <span className="sr-only">Tick {fullName}</span>
            </label>
          ),
        }}
      />
      <div className="pick-bar no-print">
        <a href={all}>{ticked ? "Tick none" : "Tick all on this page"}</a>
        <span id="pick">With those ticked:</span>
        {(["Offer", "Reject", "Remind"] as const).map((word) => (
          <button
            key={word}
            type="submit"
            name="act"
            value={word.toLowerCase()}
            className={buttonClass("secondary", true)}
            aria-describedby="pick"
          >
            {word}
          </button>
        ))}
      </div>
      <p className="no-print mt-4">
        <a href="/staff/applications/bulk">Done before, and reminders to everybody</a>
      </p>
    </form>
  );
}
