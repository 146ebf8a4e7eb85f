import { EXTENT_QUESTION, EXTENT_WORDS, REPORT_QUESTIONS, type ReportAnswers } from "@/lib/mentoring/schema";

/** A report in full: each question with its answer. */
export function ReportText({ answers }: { answers: ReportAnswers }) {
  return (
    <dl className="grid gap-6">
      <div>
        <dt className="font-semibold">{EXTENT_QUESTION}</dt>
        <dd>{answers.extent ? EXTENT_WORDS[answers.extent] : "Not answered yet"}</dd>
      </div>
      {REPORT_QUESTIONS.map(({ key, label, optional }) => (
        <div key={key}>
          <dt className="font-semibold">{label}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">
            {answers[key] || (optional ? "Nothing written" : "Not answered yet")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
