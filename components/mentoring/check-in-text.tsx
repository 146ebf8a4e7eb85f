import { SummaryList } from "@/components/ui/summary-list";
import { longDate } from "@/lib/dates";
import type { AnswerView, CheckInText } from "@/lib/mentoring/schema";

const Written = ({ text }: { text: string }) => (
  <span className="whitespace-pre-line wrap-anywhere">{text}</span>
);

/** A check-in as it was written. */
export function CheckInSummary({ text }: { text: CheckInText }) {
  return (
    <SummaryList
      rows={[
        { label: "You met on", value: text.metOn ? longDate(text.metOn) : "" },
        { label: "What you talked about", value: <Written text={text.talkedAbout} /> },
        { label: "Next steps", value: <Written text={text.nextSteps} /> },
      ]}
    />
  );
}

/** What mentors answered, the newest first. */
export function MentorAnswers({ answers, heading }: { answers: readonly AnswerView[]; heading: string }) {
  if (answers.length === 0) return null;
  return (
    <section className="card mb-6" aria-labelledby="answers">
      <h2 id="answers">{heading}</h2>
      <ul className="stack-list">
        {answers.map((answer) => (
          <li key={`${answer.on} ${answer.words}`}>
            <p className="mb-2">
              {answer.by},{" "}
              {answer.confirms
                ? `${longDate(answer.on)}: it took place on ${longDate(answer.metOn)}.`
                : `${longDate(answer.on)}: it did not take place on ${longDate(answer.metOn)}, or not as it was written.`}
            </p>
            <blockquote className="written">{answer.words}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
