"use client";

import { buttonClass } from "@/components/ui/button";

/** What a page says when it could not be made. Client, because error boundaries are. */
export function Trouble({ retry, reference }: { retry: () => void; reference?: string | undefined }) {
  return (
    <div className="wrap py-10">
      <title>Something went wrong - UCL Centre for Educational Leadership</title>
      <h1>Something went wrong on our side</h1>
      <div className="prose mt-4">
        <p>
          Nothing that you have sent and had confirmed is lost. If you were filling in a form, go back: what
          you typed is still there.
        </p>
        <p>
          <button type="button" className={buttonClass()} onClick={retry}>
            Try again
          </button>
        </p>
        <p>
          If it keeps happening, write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>
          {reference ? ` and quote ${reference}` : ""}.
        </p>
      </div>
    </div>
  );
}
