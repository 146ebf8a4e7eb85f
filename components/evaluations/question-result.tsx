import type { QuestionReport } from "@/lib/evaluations/schema";

/** What the answers to one question come to: an average and bars, or what people wrote. */
export function QuestionResult({ result }: { result: QuestionReport }) {
  const { question } = result;
  return (
    <div className="mb-7 break-inside-avoid">
      <h3 className="mb-2">{question.legend}</h3>
      {result.people === null ? (
        <p className="text-muted">Fewer than five people answered this.</p>
      ) : (
        <>
          {result.average === null ? null : (
            <p className="mb-2">
              <b>{result.average.toFixed(1)}</b> on average
            </p>
          )}
          {result.counts.length > 0 ? <Bars result={result} of={result.people} /> : null}
          {result.texts.length > 0 ? (
            <ul className="stack-list max-w-prose">
              {result.texts.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no identity, which is the point
                <li key={index} className="whitespace-pre-line wrap-anywhere">
                  {text}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </div>
  );
}

function Bars({
  result: { question, counts },
  of,
}: {
  result: QuestionReport & { people: number };
  of: number;
}) {
  return (
    <ul className="answer-bars">
      {counts.map(({ answer, people }) => (
        <li key={answer}>
          <span>{labelOf(question, answer)}</span>
          <svg width="100%" height="14" aria-hidden="true">
            <rect x="0" y="1" width={`${(people / of) * 100}%`} height="12" rx="2" />
          </svg>
          <b>{people}</b>
        </li>
      ))}
    </ul>
  );
}

function labelOf(question: QuestionReport["question"], answer: string): string {
  if (question.kind !== "scale") return answer;
  if (answer === "1") return `1, ${question.low}`;
  return answer === "5" ? `5, ${question.high}` : answer;
}
