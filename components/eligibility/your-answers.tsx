import { type Answers, QUESTIONS, type QuestionName } from "@/lib/eligibility/schema";

/** What was answered, each with the way back to its question; the answers before it are kept. */
export function YourAnswers({ answers, path }: { answers: Answers; path: string }) {
  const given = Object.entries(answers) as [QuestionName, string][];
  return (
    <>
      <ul className="stack-list">
        {given.map(([name, value], index) => {
          const { legend, choices } = QUESTIONS[name];
          const before = new URLSearchParams(given.slice(0, index));
          return (
            <li key={name}>
              <p className="text-muted">{legend}</p>
              <p className="flex flex-wrap justify-between gap-x-5">
                <span>
                  {choices.find((choice) => choice.value === value)?.label ?? (value || "Left out")}
                </span>
                <a className="py-0.5" href={index === 0 ? path : `${path}?${before}`}>
                  Change<span className="sr-only"> the answer to: {legend}</span>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
      <p className="mt-4">
        <a href={path}>Start again</a>
      </p>
    </>
  );
}
