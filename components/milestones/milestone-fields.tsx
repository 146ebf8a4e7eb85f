"use client";

import { useContext } from "react";
import { FormContext } from "@/components/forms/form-context";
import { ITEM_KINDS, ITEM_MODES, MODE_WORDS } from "@/lib/route-map/schema";
import type { TableField } from "@/lib/route-map/schema-table";
import { kindName, type Row } from "./table-rows";

type Option = { value: string; label: string };
const MODES: Option[] = [
  { value: "", label: "–" },
  ...ITEM_MODES.map((mode) => ({ value: mode, label: MODE_WORDS[mode] })),
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
    <div className="table-scroll">
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
    </div>
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
        <Text {...field("title", "Title")} />
        {added ? (
          <>
            <Select {...field("kind", "Kind")} options={KINDS} />
            <Select {...field("module", "Module")} options={MODULES} />
          </>
        ) : null}
        <details className="font-normal">
          <summary>Note, what it is, where</summary>
          <Text {...field("note", "Note")} shown="Note" />
          <Area {...field("description", "What it is (Markdown)")} shown="What it is (Markdown)" />
          <Text {...field("place", "Where")} shown="Where" />
          <Text {...field("placeUrl", "Link")} shown="Link, beginning with https://" />
        </details>
      </th>
      <td>
        <Text {...field("opens", "First day or month")} type={date} />
      </td>
      <td>
        <Text {...field("closes", "Last day or month")} type={date} />
      </td>
      <td>
        <Text {...field("minutes", "Minutes")} type="number" />
      </td>
      <td>
        <Select {...field("mode", "How")} options={MODES} />
      </td>
      <td>
        <Tick {...field("counts", "Counts towards engagement")} />
      </td>
      <td>
        {added ? null : row.kept ? <small>has records</small> : <Tick {...field("remove", "Remove")} />}
      </td>
    </tr>
  );
}

type FieldProps = { row: Row; which: TableField; label: string; shown?: string };

/** What a field shows: what was typed just now, else what was typed for the plan, else what is saved. */
function useCell({ row, which, label, shown }: FieldProps) {
  const { state } = useContext(FormContext);
  const name = `${which}${row.at}`;
  const answered = state.turn > 0;
  const typed = [state.values[name]].flat()[0];
  const value = answered ? (typed ?? "") : (row.planned ?? row.saved)[which];
  const error = state.errors[name];
  const differs =
    (answered || row.planned !== undefined) && !row.at.startsWith("n") && value !== row.saved[which];
  const more = [error ? `${name}-error` : "", differs ? `${name}-saved` : ""].filter(Boolean).join(" ");
  const input = {
    id: name,
    name,
    "aria-label": label,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": more || undefined,
  };
  const around = (
    <>
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      {differs ? (
        <small className="milestone-saved" id={`${name}-saved`}>
          saved: {savedWords(which, row.saved[which])}
        </small>
      ) : null}
    </>
  );
  const caption = shown ? <span className="block text-muted">{shown}</span> : null;
  return { input, value, around, caption };
}

const savedWords = (which: TableField, value: string) => {
  if (which === "counts" || which === "remove") return value ? "ticked" : "not ticked";
  if (which === "mode") return MODE_WORDS[value as keyof typeof MODE_WORDS] ?? "nothing";
  return value || "nothing";
};

function Text({ type = "text", ...field }: FieldProps & { type?: "text" | "date" | "number" }) {
  const { input, value, around, caption } = useCell(field);
  return (
    <div className="milestone-cell">
      {caption}
      <input {...input} type={type} className="input" defaultValue={value} />
      {around}
    </div>
  );
}

function Area(field: FieldProps) {
  const { input, value, around, caption } = useCell(field);
  return (
    <div className="milestone-cell">
      {caption}
      <textarea {...input} className="input" rows={4} defaultValue={value} />
      {around}
    </div>
  );
}

function Select({ options, ...field }: FieldProps & { options: Option[] }) {
  const { input, value, around } = useCell(field);
  return (
    <div className="milestone-cell">
      <select {...input} className="input" defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {around}
    </div>
  );
}

function Tick(field: FieldProps) {
  const { input, value, around } = useCell(field);
  return (
    <div className="milestone-cell">
      <input
        {...input}
        type="checkbox"
        className="milestone-tick"
        value="yes"
        defaultChecked={value === "yes"}
      />
      {around}
    </div>
  );
}
