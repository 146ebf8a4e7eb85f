"use client";

import { useContext } from "react";
import { FormContext } from "@/components/forms/form-context";
import { shortDate } from "@/lib/dates";
import type { TableField } from "@/lib/route-map/schema-table";
import { kindName, type Row } from "./table-rows";

/** The cells of the table in which a route map is edited. */

export type Option = { value: string; label: string };
export type CellProps = { row: Row; which: TableField; label: string; shown?: string };

/** What a field shows: what was typed just now, else what was typed for the plan, else what is saved. */
function useCell({ row, which, label, shown }: CellProps) {
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
  if (which === "mode" && value) return kindName(value);
  if ((which === "opens" || which === "closes") && value.length === 10) return shortDate(value);
  return value || "nothing";
};

export function TextCell({ type = "text", ...field }: CellProps & { type?: "text" | "date" | "number" }) {
  const { input, value, around, caption } = useCell(field);
  return (
    <div className="milestone-cell">
      {caption}
      <input {...input} type={type} className="input" defaultValue={value} />
      {around}
    </div>
  );
}

export function AreaCell(field: CellProps) {
  const { input, value, around, caption } = useCell(field);
  return (
    <div className="milestone-cell">
      {caption}
      <textarea {...input} className="input" rows={4} defaultValue={value} />
      {around}
    </div>
  );
}

export function SelectCell({ options, ...field }: CellProps & { options: Option[] }) {
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

export function TickCell(field: CellProps) {
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
