import { TableScroll } from "@/components/ui/table-scroll";
import { RECOMMENDATION_WORDS } from "@/lib/applications/schema-review";
import type { Criterion, ReviewView } from "@/lib/applications/views-review";
import { dateTimeInLondon } from "@/lib/dates";

type Props = { reviews: ReviewView[]; criteria: Criterion[]; mean: number | null };

/** The reviews side by side, criterion by criterion, and each with its reasons under it. */
export function ReviewsTable({ reviews, criteria, mean }: Props) {
  const most = criteria.reduce((sum, { maxScore }) => sum + maxScore, 0);
  return (
    <>
      <TableScroll label="Scores" className="mt-4">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              {reviews.map(({ id, by, mine }) => (
                <th key={id} scope="col" className="num">
                  {mine ? "You" : by}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ key, title, maxScore }) => (
              <tr key={key}>
                <th scope="row" className="font-normal">
                  {title}
                </th>
                {reviews.map((review) => (
                  <td key={review.id} className="num">
                    {scoreOf(review, key)?.score ?? "–"} <span className="text-muted">of {maxScore}</span>
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" className="font-normal">
                Recommends
              </th>
              {reviews.map(({ id, recommendation }) => (
                <td key={id} className="text-end">
                  {RECOMMENDATION_WORDS[recommendation]}
                </td>
              ))}
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                Total{mean === null || reviews.length < 2 ? "" : <small>on average {mean}</small>}
              </th>
              {reviews.map(({ id, scores }) => (
                <td key={id} className="num">
                  {scores.reduce((sum, { score }) => sum + score, 0)} of {most}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      {reviews.map((review) => (
        <details key={review.id} className="mt-3">
          <summary className="cursor-pointer py-1 text-brand">
            {review.mine ? "Your reasons" : `${review.by}’s reasons`}
          </summary>
          <p className="mb-2 text-[0.94rem] text-muted">Handed in {dateTimeInLondon(review.submittedAt)}</p>
          <dl className="grid gap-3">
            {criteria.map(({ key, title, maxScore }) => (
              <div key={key}>
                <dt className="font-semibold">
                  {title}: {scoreOf(review, key)?.score ?? "–"} of {maxScore}
                </dt>
                <dd className="whitespace-pre-line wrap-anywhere">{scoreOf(review, key)?.reason}</dd>
              </div>
            ))}
            {review.comment ? (
              <div>
                <dt className="font-semibold">Comment</dt>
                <dd className="whitespace-pre-line wrap-anywhere">{review.comment}</dd>
              </div>
            ) : null}
          </dl>
        </details>
      ))}
    </>
  );
}

const scoreOf = ({ scores }: ReviewView, key: string) =>
  scores.find(({ criterionKey }) => criterionKey === key);
