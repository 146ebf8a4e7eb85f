"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { TableScroll } from "@/components/ui/table-scroll";
import type { AttendanceReport } from "@/lib/events/schema";
import { CorrectionReason } from "./correction-reason";

/** What a report comes to, before anything is entered: who is who, how long they were there, what would change. */
export function ImportReport({
  report,
  values,
  error,
}: {
  report: AttendanceReport;
  values: Record<string, string | string[]>;
  /** What is wrong with the reason. */
  error: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { fileName, share, version, matched, unsure, nobody, missing, wrong, marked } = report;
  const corrected = matched.filter(({ now, next }) => now && now !== next).length;
  const changes = matched.filter(({ now, next }) => now !== next).length;
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="share" value={share} />
      <h2 ref={heading} tabIndex={-1}>
        What the report says
      </h2>
      <p className="mb-4 max-w-prose wrap-anywhere">
        {fileName}: {people(matched.length)} of the register matched, {unsure.length} to choose,{" "}
        {people(nobody.length)} not of this register.{" "}
        {changes === 0
          ? "No mark of theirs would change."
          : `${changes} of their marks would be new or change${corrected > 0 ? `, ${corrected} of them in the place of a mark that was saved before` : ""}.`}
      </p>
      {unsure.length > 0 ? <Unsure unsure={unsure} values={values} /> : null}
      {matched.length > 0 ? <Matched matched={matched} /> : null}
      {nobody.length > 0 ? (
        <Folded title={`${people(nobody.length)} not of this register: nothing is entered for them`}>
          {nobody.map(({ line, as, minutes }) => (
            <li key={line} className="wrap-anywhere">
              {as}, {minutes} min
            </li>
          ))}
        </Folded>
      ) : null}
      {wrong.length > 0 ? (
        <Folded title={`${wrong.length} ${wrong.length === 1 ? "line" : "lines"} that cannot be read`}>
          {wrong.map(({ line, why }) => (
            <li key={line} className="wrap-anywhere">
              Line {line}: {why}
            </li>
          ))}
        </Folded>
      ) : null}
      {missing.length > 0 ? (
        <>
          <Folded title={`${people(missing.length)} expected and not in the report`}>
            {missing.map(({ enrolmentId, fullName, sorry }) => (
              <li key={enrolmentId}>
                {fullName}
                {sorry ? ", who has said that they cannot come" : ""}
              </li>
            ))}
          </Folded>
          <label className="mt-4 flex items-center gap-3 py-1">
            <input
              type="checkbox"
              name="absent"
              value="yes"
              defaultChecked={values.absent === "yes"}
              className="size-6"
            />
            Enter those who are not in the report as absent
          </label>
        </>
      ) : null}
      {corrected > 0 || (unsure.length > 0 && marked) ? (
        <CorrectionReason
          typed={values.reason}
          error={error}
          hint={corrected > 0 ? "" : "Only needed where whom you choose above has another mark already. "}
        />
      ) : null}
      <div className="form-actions">
        <button type="submit" name="step" value="save" className={buttonClass()}>
          Enter into the register
        </button>
        <a href="?">Choose another file</a>
      </div>
    </>
  );
}

const people = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;

function Matched({ matched }: Pick<AttendanceReport, "matched">) {
  return (
    <TableScroll label="Matched people">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">In the report</th>
            <th scope="col">There for</th>
            <th scope="col">Register now</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {matched.map(({ enrolmentId, fullName, as, by, minutes, now, next }) => (
            <tr key={enrolmentId}>
              <th scope="row">
                {fullName}
                <input type="hidden" name={`minutes-${enrolmentId}`} value={minutes} />
              </th>
              <td className="wrap-anywhere">
                {as}
                <small>by {by}</small>
              </td>
              <td className="whitespace-nowrap">{minutes} min</td>
              <td>{now || <span className="text-muted">not marked</span>}</td>
              <td>{now === next ? <span className="text-muted">the same</span> : <strong>{next}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Who could be several people of the register: somebody says who, or that it is none of them. */
function Unsure({
  unsure,
  values,
}: Pick<AttendanceReport, "unsure"> & { values: Record<string, string | string[]> }) {
  return (
    <fieldset className="card mb-5">
      <legend className="font-semibold">Who is this?</legend>
      {unsure.map(({ line, as, minutes, candidates }, index) => (
        <p key={line} className="field">
          <label htmlFor={`who-${index}`} className="wrap-anywhere">
            {as}, {minutes} min
          </label>
          <input type="hidden" name={`span-${index}`} value={minutes} />
          <select
            id={`who-${index}`}
            name={`who-${index}`}
            className="input"
            defaultValue={String(values[`who-${index}`] ?? "")}
          >
            <option value="">Nobody of these</option>
            {candidates.map(({ enrolmentId, fullName }) => (
              <option key={enrolmentId} value={enrolmentId}>
                {fullName}
              </option>
            ))}
          </select>
        </p>
      ))}
    </fieldset>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-3">
      <summary>{title}</summary>
      <ul className="mt-1 list-disc ps-6">{children}</ul>
    </details>
  );
}
