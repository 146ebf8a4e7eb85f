import { Tag } from "@/components/ui/tag";
import { type AlternativeState, type MyAlternative, STATE_WORDS, type Step } from "@/lib/alternatives/schema";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import { STATE_TONES } from "./tones";

const STEP_WORDS: Record<AlternativeState, string> = {
  proposed: "Proposed",
  agreed: "Agreed",
  handed_in: "Handed in",
  sent_back: "Sent back",
  credited: "Credited",
  declined: "Not agreed",
  withdrawn: "Withdrawn",
};

/** An alternative activity as it stands: what was planned, what was done, and every step with its words. */
export function AlternativeFacts({
  alternative,
  withAccount = true,
}: {
  alternative: Omit<MyAlternative, "id">;
  /** False where the account is in a form beside. */
  withAccount?: boolean;
}) {
  const { title, state, minutes, plan, did, learned, doneOn, steps } = alternative;
  return (
    <section className="card mb-6">
      <h2>{title}</h2>
      <p className="mb-3">
        <Tag tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Tag> {hoursAndMinutes(minutes)}
      </p>
      <p className="whitespace-pre-line">{plan}</p>
      {withAccount && did ? (
        <>
          <h3 className="mt-5">What was done{doneOn ? `, ${shortDate(doneOn)}` : ""}</h3>
          <p className="whitespace-pre-line">{did}</p>
          <h3 className="mt-4">What comes of it</h3>
          <p className="whitespace-pre-line">{learned}</p>
        </>
      ) : null}
      <ul className="stack-list mt-5">
        {steps.map((step) => (
          <li key={`${step.toState} ${step.on} ${step.words}`}>
            <StepLine step={step} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepLine({ step: { toState, by, on, words } }: { step: Step }) {
  return (
    <>
      <p className="text-muted">
        <small>
          {STEP_WORDS[toState]}
          {by ? ` by ${by}` : ""}, {shortDate(on)}
        </small>
      </p>
      {words ? <p className="whitespace-pre-line">{words}</p> : null}
    </>
  );
}
