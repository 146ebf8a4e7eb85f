import { Tag } from "@/components/ui/tag";
import type { BulkResult } from "@/lib/applications/bulk/views";
import { outcomeWords } from "@/lib/applications/schema-bulk-words";
import { BulkTable } from "./bulk-table";

const of = (rows: BulkResult["rows"], outcome: string) => rows.filter((row) => row.outcome === outcome);
const counted = (count: number) => `${count} ${count === 1 ? "application" : "applications"}`;

/** What became of each: those that wait to be looked at again come first. */
export function BulkOutcomes({ result }: { result: BulkResult }) {
  const { rows } = result;
  const open = of(rows, "open");
  const left = of(rows, "left");
  const done = of(rows, "done");
  const words = outcomeWords(result);
  return (
    <div className="grid gap-7">
      {open.length > 0 ? (
        <BulkTable
          caption={`Still to do: ${counted(open.length)}`}
          rows={open}
          heading="What happened"
          said={() => <Tag tone="soon">Nothing yet</Tag>}
        />
      ) : null}
      {left.length > 0 ? (
        <BulkTable
          caption={`Left as they were: ${counted(left.length)}`}
          rows={left}
          heading="Why"
          said={({ message }) => message}
        />
      ) : null}
      {done.length > 0 ? (
        <BulkTable
          caption={`Done: ${counted(done.length)}`}
          rows={done}
          heading="What happened"
          said={() => <Tag tone="done">{words}</Tag>}
        />
      ) : null}
    </div>
  );
}
