"use client";

import { TextArea, TextField } from "@/components/forms/fields";
import { MERGE_WORDS } from "@/lib/engagement/schema-nudges";

/** Subject and words of a letter to many, with what can be filled in for each. */
export function NudgeWords({ start }: { start: { subject: string; body: string } }) {
  return (
    <>
      <TextField name="subject" label="Subject" maxLength={120} defaultValue={start.subject} />
      <TextArea name="body" label="What you write" rows={12} maxLength={3_000} defaultValue={start.body} />
      <details className="mb-5">
        <summary>What is filled in for each of them</summary>
        <ul className="mt-2 list-disc ps-6">
          {Object.entries(MERGE_WORDS).map(([word, what]) => (
            <li key={word}>
              <code>{`{${word}}`}</code> becomes {what}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
