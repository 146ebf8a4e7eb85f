"use client";

import type { RegisterState } from "@/lib/events/schema";
import type { Row } from "./register-form";

const LABELS = { present: "Present", part: "Part", absent: "Absent" } as const;

/** One person of a register: there, there for part of it and for how long, or not there. */
export function MarkRow({
  row,
  state,
  fullMinutes,
}: {
  row: Row;
  state: RegisterState;
  fullMinutes: number;
}) {
  const { enrolmentId, name, minutesName, fullName, wasName } = row;
  const answered = state.turn > 0;
  const mark = answered ? state.values[name] : (row.mark ?? undefined);
  const minutes = answered ? (state.values[minutesName] ?? "") : row.minutes;
  const error = state.errors[minutesName];
  const marks = (
    fullMinutes > 1 ? ["present", "part", "absent"] : ["present", "absent"]
  ) as (keyof typeof LABELS)[];
  return (
    <li>
      <input type="hidden" name={wasName} value={(answered ? state.values[wasName] : undefined) ?? row.was} />
      <Who row={row} />
      <div className="mark">
        <div className="marks" role="radiogroup" aria-labelledby={`who-${enrolmentId}`}>
          {marks.map((each) => (
            <label key={each}>
              <input type="radio" name={name} value={each} defaultChecked={mark === each} />
              {LABELS[each]}
            </label>
          ))}
        </div>
        {fullMinutes > 1 ? (
          <p className="part-minutes">
            {error ? (
              <strong className="field-error" id={`${minutesName}-error`}>
                {error}
              </strong>
            ) : null}
            <label>
              <input
                className="input"
                id={minutesName}
                name={minutesName}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
                defaultValue={minutes}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${minutesName}-error` : undefined}
              />{" "}
              of {fullMinutes} minutes<span className="sr-only"> that {fullName} was there</span>
            </label>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** Who it is, and what they said in advance. */
function Who({ row: { enrolmentId, fullName, about, sorry, sorryNote } }: { row: Row }) {
  return (
    <span id={`who-${enrolmentId}`} className="who">
      {fullName}
      <small>{about}</small>
      {sorry ? (
        <small className="sorry">
          Has said that they cannot come{sorryNote ? <>: “{sorryNote}”</> : "."}
        </small>
      ) : null}
    </span>
  );
}

/** The line of whoever takes the register: nobody marks themselves. */
export function OwnRow({ row }: { row: Row }) {
  return (
    <li>
      <Who row={row} />
      <p className="text-muted">
        {row.mark ? `${LABELS[row.mark]}. ` : ""}This is you: somebody else has to mark you.
      </p>
    </li>
  );
}
