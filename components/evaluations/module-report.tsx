import { shortDate } from "@/lib/dates";
import type { ModuleReport } from "@/lib/evaluations/schema";
import { QuestionResult } from "./question-result";

/** What the evaluations of one module come to. */
export function ModuleReportParts({ report }: { report: ModuleReport }) {
  const { milestoneId, module, title, closesOn, people, versions, asked } = report;
  const id = `report-${milestoneId}`;
  return (
    <section className="card mb-7" aria-labelledby={id}>
      <h2 id={id}>{module ? `Module ${module}` : title}</h2>
      <p className="mb-4 text-muted">
        {people === 0 ? "Fewer than five people so far: nothing is shown" : `${people} people`}
        {closesOn ? ` · due by ${shortDate(closesOn)}` : ""}
      </p>
      {versions.map(({ version, questions }) => (
        <div key={version} className="grid items-start gap-x-12 lg:grid-cols-2">
          {versions.length > 1 ? (
            <p className="mb-3 font-semibold lg:col-span-2">As it was asked in version {version}</p>
          ) : null}
          {questions.map((result) => (
            <QuestionResult key={result.question.key} result={result} />
          ))}
        </div>
      ))}
      {people === 0 && asked.length > 0 ? (
        <details>
          <summary>What is asked</summary>
          <ul className="mt-2 list-disc pl-6">
            {asked.map(({ key, legend }) => (
              <li key={key}>{legend}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
