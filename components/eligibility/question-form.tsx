import { buttonClass } from "@/components/ui/button";
import { type Answers, QUESTIONS, type QuestionName } from "@/lib/eligibility/schema";

type Props = { ask: QuestionName; answers: Answers; problem: string | null };

/** One question, sent as GET: the answers so far ride along in the address, so Back works and nothing is stored. */
export function QuestionForm({ ask, answers, problem }: Props) {
  const { legend, hint, choices } = QUESTIONS[ask];
  const first = ask === "number" ? "number" : `${ask}-${choices[0]?.value}`;
  const described = [hint ? "hint" : "", problem ? "problem" : ""].filter(Boolean).join(" ") || undefined;
  const notes = (
    <>
      {hint ? (
        <p id="hint" className="text-muted">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id="problem" className="field-error">
          {problem}
        </p>
      ) : null}
    </>
  );
  return (
    <form method="get" className="max-w-prose" noValidate>
      {problem ? (
        <div className="error-summary" role="alert">
          <h2>There is a problem</h2>
          <ul>
            <li>
              <a href={`#${first}`}>{problem}</a>
            </li>
          </ul>
        </div>
      ) : null}
      {Object.entries(answers).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="asked" value={ask} />
      {ask === "number" ? (
        <div>
          <label htmlFor="number" className="font-semibold">
            {legend}
          </label>
          {notes}
          <input
            id="number"
            name="number"
            type="text"
            inputMode="numeric"
            maxLength={20}
            className="mt-2 block w-48 max-w-full rounded border border-line bg-card px-3 py-2"
            aria-describedby={described}
            aria-invalid={problem ? true : undefined}
          />
        </div>
      ) : (
        <fieldset aria-describedby={described}>
          <legend className="mb-2 font-semibold">{legend}</legend>
          {notes}
          {choices.map((choice) => (
            <div key={choice.value} className="choice">
              <input id={`${ask}-${choice.value}`} type="radio" name={ask} value={choice.value} />
              <label htmlFor={`${ask}-${choice.value}`}>
                {choice.label}
                {choice.hint ? <small>{choice.hint}</small> : null}
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <button type="submit" className={`${buttonClass()} mt-6`}>
        Continue
      </button>
    </form>
  );
}
