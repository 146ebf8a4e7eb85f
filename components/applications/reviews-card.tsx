import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { Reading } from "@/lib/applications/rubric";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { ReviewsTable } from "./reviews-table";

/** How far the reading of an application is, and what it came to, for those who may know. */
export function ReviewsCard({ desk, home }: { desk: ReviewDesk; home: string }) {
  const { reading, reviews, criteria, mean, own, canReview, conflicted } = desk;
  const { words, tone } = READING[reading];
  return (
    <Card labelledBy="reviews">
      <h2 id="reviews">Reviews</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag tone={tone}>{words}</Tag>
        {reading === "differing" ? "Another reviewer is asked to read it." : null}
      </p>
      <People desk={desk} />
      {reviews && reviews.length > 0 && criteria.length > 0 ? (
        <ReviewsTable {...{ reviews, criteria, mean }} />
      ) : null}
      {!reviews && !conflicted && desk.handedInBy.length > 0 ? (
        <p className="mt-3 text-muted">
          Each reviewer reads for themselves. What others wrote opens once your own review is in, or once no
          other is asked for.
        </p>
      ) : null}
      {canReview ? (
        <p className="no-print mt-5">
          <ButtonLink href={`${home}/review`} variant={own ? "primary" : "secondary"}>
            {own ? "Go on with your review" : "Write a review"}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}

const READING: Record<Reading, { words: string; tone: TagTone }> = {
  none: { words: "no review yet", tone: "muted" },
  one: { words: "one review", tone: "open" },
  agreed: { words: "two reviews agree", tone: "done" },
  differing: { words: "scores differ", tone: "soon" },
  settled: { words: "read by three or more", tone: "done" },
};

function People({ desk: { handedInBy, writing, setAside } }: { desk: ReviewDesk }) {
  const lines = [
    handedInBy.length > 0 ? `Handed in by ${list(handedInBy)}.` : "",
    writing.length > 0 ? `${list(writing)} ${writing.length === 1 ? "is" : "are"} writing one.` : "",
    setAside.length > 0 ? `The review of ${list(setAside)} does not count: they know the applicant.` : "",
  ].filter(Boolean);
  return lines.length > 0 ? <p className="mt-2 text-[0.94rem] text-muted">{lines.join(" ")}</p> : null;
}

/** "Ruth Calder, Miles Ashdown and Owen Prothero" */
function list(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
