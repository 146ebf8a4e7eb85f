"use client";

import { TableScroll } from "@/components/ui/table-scroll";
import { ITEM_KINDS, ITEM_MODES } from "@/lib/route-map/schema";
import type { TableField } from "@/lib/route-map/schema-table";
import { AreaCell, type Option, SelectCell, TextCell, TickCell } from "./milestone-cells";
import { kindName, type Row } from "./table-rows";

const MODES: Option[] = [
  { value: "", label: "–" },
  ...ITEM_MODES.map((mode) => ({ value: mode, label: kindName(mode) })),
];
const KINDS: Option[] = [
  { value: "", label: "Choose what it is" },
  ...ITEM_KINDS.map((kind) => ({ value: kind, label: kindName(kind) })),
];
const MODULES: Option[] = [
  { value: "", label: "No module" },
  ...[1, 2, 3].map((module) => ({ value: String(module), label: `Module ${module}` })),
];

/** The rows of a route map to be edited; one leaf for all, since hundreds of fields each cost something. */
export function MilestoneFields({ rows, when }: { rows: readonly Row[]; when: "days" | "months" }) {
  return (
    <TableScroll label="Milestones">
      <table className="data-table milestone-fields">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">{when === "days" ? "From" : "From month"}</th>
            <th scope="col">{when === "days" ? "To" : "To month"}</th>
            <th scope="col">Minutes</th>
            <th scope="col">How</th>
            <th scope="col">Counts</th>
            <th scope="col">Remove</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FieldRow key={row.at} row={row} when={when} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function FieldRow({ row, when }: { row: Row; when: "days" | "months" }) {
  const added = row.at.startsWith("n");
  const name = added ? `new item ${Number(row.at.slice(1)) + 1}` : `item ${row.at}`;
  const field = (which: TableField, label: string) => ({ row, which, label: `${label} of ${name}` });
  const date = when === "days" ? "date" : "number";
  return (
    <tr>
      <th scope="row" className="milestone-what">
        <input type="hidden" name={`key${row.at}`} value={row.saved.key} />
        <small className="font-normal">{added ? "New" : `${row.at}. ${row.what}`}</small>
        <TextCell {...field("title", "Title")} />
        {added ? (
          <>
            <SelectCell {...field("kind", "Kind")} options={KINDS} />
            <SelectCell {...field("module", "Module")} options={MODULES} />
          </>
        ) : null}
        <details className="font-normal">
          <summary>Note, what it is, where</summary>
          <TextCell {...field("note", "Note")} shown="Note" />
          <AreaCell {...field("description", "What it is (Markdown)")} shown="What it is (Markdown)" />
          <TextCell {...field("place", "Where")} shown="Where" />
          <TextCell {...field("placeUrl", "Link")} shown="Link, beginning with https://" />
        </details>
      </th>
      <td>
        <TextCell {...field("opens", "First day or month")} type={date} />
      </td>
      <td>
        <TextCell {...field("closes", "Last day or month")} type={date} />
      </td>
      <td>
        <TextCell {...field("minutes", "Minutes")} type="number" />
      </td>
      <td>
        <SelectCell {...field("mode", "How")} options={MODES} />
      </td>
      <td>
        <TickCell {...field("counts", "Counts towards engagement")} />
      </td>
      <td>
        {added ? null : row.kept ? <small>has records</small> : <TickCell {...field("remove", "Remove")} />}
      </td>
    </tr>
  );
}
