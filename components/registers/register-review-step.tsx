"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import type { RegisterReview } from "@/lib/events/schema";
import { CorrectionReason } from "./correction-reason";

/** Before saving: what the marks come to, and which earlier ones they would change. Sends the marks along. */
export function RegisterReviewStep({
  review,
  values,
  error,
}: {
  review: RegisterReview;
  values: Record<string, string | string[]>;
  /** What is wrong with the reason. */
  error: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { present, part, absent, unmarked, changes, theirs, firstTime, version } = review;
  const { reason = "", ...marks } = values;
  return (
    <div className="card">
      <h2 ref={heading} tabIndex={-1}>
        Check before you save
      </h2>
      <p className="mb-3">
        <b>{present} present</b>,{" "}
        {part > 0 ? (
          <>
            <b>{part} for part of it</b>,{" "}
          </>
        ) : null}
        <b>{absent} absent</b>
        {unmarked > 0 ? `, ${unmarked} not marked: they stay without a record` : ""}.
      </p>
      <Theirs theirs={theirs} />
      {firstTime ? null : <Changes changes={changes} />}
      {changes.length > 0 ? <CorrectionReason typed={reason} error={error} /> : null}
      <input type="hidden" name="version" value={version} />
      {Object.entries(marks).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="form-actions">
        <button type="submit" name="step" value="save" className={buttonClass()}>
          Save the register
        </button>
        <button type="submit" name="step" value="edit" className={buttonClass("plain")}>
          Go back and change it
        </button>
      </div>
    </div>
  );
}

/** What somebody else has saved meanwhile, and this form had not touched. */
function Theirs({ theirs }: Pick<RegisterReview, "theirs">) {
  if (theirs.length === 0) return null;
  return (
    <>
      <p>Saved by somebody else while you had this open. These marks stand:</p>
      <ul className="mt-1 mb-3 list-disc ps-6">
        {theirs.map(({ fullName, to, by }) => (
          <li key={fullName}>
            {fullName}: {to}
            {by ? ` (${by})` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ changes }: Pick<RegisterReview, "changes">) {
  if (changes.length === 0) return <p>No earlier mark changes.</p>;
  return (
    <>
      <p>These differ from the register as it was saved. The old marks stay on record:</p>
      <ul className="mt-1 list-disc ps-6">
        {changes.map(({ fullName, from, to, by }) => (
          <li key={fullName}>
            {fullName}: {from} before{by ? ` (${by})` : ""}, now {to}
          </li>
        ))}
      </ul>
    </>
  );
}
