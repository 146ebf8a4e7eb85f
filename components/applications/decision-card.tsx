import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Reading } from "@/lib/applications/rubric";
import type { ApplicationForReview } from "@/lib/applications/views";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { longDate, type PlainDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";

/** What staff can do with an application now, and what it rests on: the places left, the promise to answer. */
export function DecisionCard({
  application,
  desk,
  readBy,
  review,
}: {
  application: ApplicationForReview;
  desk: Pick<ReviewDesk, "conflicted" | "reading">;
  readBy: PlainDate | null;
  review: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  const { id, state, version, offer, places } = application;
  const path = `/staff/applications/${id}`;
  const undecided = state === "under_review" || state === "waitlisted";
  return (
    <Card labelledBy="decision">
      <h2 id="decision">{HEADINGS[state] ?? "Decided"}</h2>
      <div className="grid gap-2">
        {offer ? (
          <p>
            {offer.fundedPlace ? "A funded place" : "A place"}, to be answered by {longDate(offer.answerBy)}.
          </p>
        ) : null}
        {readBy && (state === "submitted" || state === "under_review") ? (
          <p>The applicant was promised an answer by {longDate(readBy)}.</p>
        ) : null}
        <p className="text-muted">
          {application.cohort.name} has {places.left} {places.left === 1 ? "place" : "places"} left;{" "}
          {places.fundedLeft} can be funded.
        </p>
      </div>
      {desk.conflicted && (undecided || state === "submitted") ? (
        <p className="mt-3">
          You have declared that you know the applicant, so somebody else reads and decides this application.
        </p>
      ) : null}
      {undecided && !desk.conflicted && BEFORE[desk.reading] ? (
        <p className="mt-3">{BEFORE[desk.reading]}</p>
      ) : null}
      {state === "submitted" && !desk.conflicted ? (
        <ActionForm action={review} submitLabel="Begin the review" hidden={{ version: String(version) }} />
      ) : null}
      {undecided && !desk.conflicted ? (
        <div className="no-print mt-4 flex flex-wrap gap-3">
          <ButtonLink href={`${path}/offer`}>Offer a place</ButtonLink>
          {state === "under_review" ? (
            <ButtonLink href={`${path}/waitlist`} variant="secondary">
              Waiting list
            </ButtonLink>
          ) : null}
          <ButtonLink href={`${path}/rejection`} variant="secondary">
            Reject
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  );
}

const HEADINGS: Partial<Record<ApplicationForReview["state"], string>> = {
  submitted: "Next: read it",
  under_review: "Next: decide",
  waitlisted: "Next: decide, when a place is free",
  offered: "Next: the applicant answers",
};

/** What the reviews leave open before a decision. */
const BEFORE: Partial<Record<Reading, string>> = {
  none: "Nobody has handed in a review yet. Better to read it against the criteria first; you can decide without.",
  differing: "The scores differ: another reviewer is asked. Deciding without a third review needs a reason.",
};
