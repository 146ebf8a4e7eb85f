import { ActionForm } from "@/components/forms/action-form";
import { dateTimeInLondon } from "@/lib/dates";
import type { DeadLetter } from "@/lib/email/dead-letters";
import type { FormState } from "@/lib/form";

type Letter = DeadLetter & { retry: (state: FormState, data: FormData) => Promise<FormState> };

/** E-mails that were given up: to whom, what about, why, and a way to send them again. */
export function DeadLetterList({ letters }: { letters: Letter[] }) {
  return (
    <ul className="grid gap-4">
      {letters.map((letter) => (
        <li
          key={letter.id}
          className="card grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
        >
          <div className="min-w-0">
            <h2 className="mb-1 text-[1.1rem] wrap-anywhere">{letter.subject}</h2>
            <p className="wrap-anywhere">To {letter.toAddress}</p>
            <p>{letter.reason}</p>
            <p className="text-[0.94rem] text-muted">
              {letter.template} · queued {dateTimeInLondon(letter.queuedAt)} · given up{" "}
              {dateTimeInLondon(letter.diedAt)} after {letter.tries} {letter.tries === 1 ? "try" : "tries"}
            </p>
          </div>
          {letter.canRetry ? (
            <div className="[&_.form-actions]:mt-0">
              <ActionForm
                action={letter.retry}
                submitLabel="Send it again"
                submitVariant="secondary"
                idPrefix={`${letter.id}-`}
                aside={<span className="sr-only">{letter.subject}</span>}
              />
            </div>
          ) : (
            <p className="text-[0.94rem] text-muted md:max-w-60">
              What it carried has expired. A new one can be asked for where this one was.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
