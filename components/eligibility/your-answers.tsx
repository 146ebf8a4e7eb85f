import { SummaryList } from "@/components/ui/summary-list";
import { type Answers, QUESTIONS, type QuestionName } from "@/lib/eligibility/schema";

/** What was answered, each with the way back to its question; the answers before it are kept. */
export function YourAnswers({ answers, path }: { answers: Answers; path: string }) {
  const given = Object.entries(answers) as [QuestionName, string][];
  const rows = given.map(([name, value], index) => {
    const { legend, choices } = QUESTIONS[name];
    return {
      label: legend,
      value: choices.find((choice) => choice.value === value)?.label ?? (value || "Left out"),
      change: {
        href: index === 0 ? path : `${path}?${new URLSearchParams(given.slice(0, index))}`,
        what: `the answer to: ${legend}`,
      },
    };
  });
  return (
    <>
      <SummaryList rows={rows} />
      <p className="mt-4">
        <a href={path}>Start again</a>
      </p>
    </>
  );
}
