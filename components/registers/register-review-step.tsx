"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import type { RegisterReview } from "@/lib/events/schema";

/** Before saving: what the marks come to, and which earlier ones they would change. Sends the marks along. */
export function RegisterReviewStep({
  review,
  values,
}: {
  review: RegisterReview;
  values: Record<string, string | string[]>;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { present, part, absent, unmarked, changes, firstTime, version } = review;
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
      {firstTime ? null : <Changes changes={changes} />}
      <input type="hidden" name="version" value={version} />
      {Object.entries(values).map(([name, value]) => (
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

function Changes({ changes }: Pick<RegisterReview, "changes">) {
  if (changes.length === 0) return <p>No earlier mark changes.</p>;
  return (
    <>
      <p>These differ from the register as it was saved. The old marks stay on record:</p>
      <ul className="mt-1 list-disc ps-6">
        {changes.map(({ fullName, from, to }) => (
          <li key={fullName}>
            {fullName}: {from} before, now {to}
          </li>
        ))}
      </ul>
    </>
  );
}
