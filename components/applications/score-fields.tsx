import { RadioGroup, TextArea } from "@/components/forms/fields";
import {
  COMMENT_MAX,
  RECOMMENDATION_WORDS,
  RECOMMENDATIONS,
  reasonField,
  SCORE_REASON_MAX,
  scoreField,
} from "@/lib/applications/schema-review";
import type { Criterion, OwnReview } from "@/lib/applications/views-review";

/** A review's questions: a score with its reason for each criterion, then what one recommends. */
export function ScoreFields({ criteria, own }: { criteria: Criterion[]; own: OwnReview | null }) {
  return (
    <>
      {criteria.map(({ key, title, guidance, maxScore }) => {
        const given = own?.scores.find(({ criterionKey }) => criterionKey === key);
        return (
          <div key={key} className="score-field">
            <RadioGroup
              name={scoreField(key)}
              legend={title}
              hint={guidance}
              options={Array.from({ length: maxScore + 1 }, (_, score) => ({
                value: String(score),
                label: <Points score={score} most={maxScore} />,
              }))}
              defaultValue={given ? String(given.score) : ""}
            />
            <TextArea
              name={reasonField(key)}
              label={`Why that score for “${title}”?`}
              rows={2}
              maxLength={SCORE_REASON_MAX}
              defaultValue={given?.reason ?? ""}
            />
          </div>
        );
      })}
      <RadioGroup
        name="recommendation"
        legend="What do you recommend?"
        options={RECOMMENDATIONS.map((value) => ({ value, label: RECOMMENDATION_WORDS[value] }))}
        defaultValue={own?.recommendation ?? ""}
      />
      <TextArea
        name="comment"
        label="Anything else for colleagues"
        optional
        rows={3}
        maxLength={COMMENT_MAX}
        defaultValue={own?.comment ?? ""}
      />
    </>
  );
}

function Points({ score, most }: { score: number; most: number }) {
  const words = score === 0 ? "not shown" : score === most ? "shown fully" : "";
  return (
    <>
      {score}
      {words ? <span className="text-muted"> {words}</span> : null}
    </>
  );
}
