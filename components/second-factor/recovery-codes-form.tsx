"use client";

import { useActionState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { EMPTY_FORM, type FormState } from "@/lib/form";

/** Makes recovery codes and shows them once, in the answer to the form: a form of its own, because it is not shown again. */
export function RecoveryCodesForm({
  action,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  const [state, formAction] = useActionState(action, EMPTY_FORM);
  const { codes } = state.values;
  return (
    <>
      {state.problem ? <Notice tone="late">{state.problem}</Notice> : null}
      {Array.isArray(codes) ? (
        <Notice tone="soon" title="Your recovery codes: they are shown this once">
          <p>Print this page, or keep them where you keep passwords. Each works once.</p>
          <ul className="my-3 grid grid-cols-2 gap-x-8 gap-y-1 font-mono">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <form action={formAction}>
        <div className="form-actions no-print">
          <button type="submit" className={buttonClass("secondary")}>
            {Array.isArray(codes) ? "Make other ones" : "Make new recovery codes"}
          </button>
        </div>
      </form>
    </>
  );
}
