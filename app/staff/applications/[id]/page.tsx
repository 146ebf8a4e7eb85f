import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { StateTag } from "@/components/applications/state-tag";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { STATE_WORDS } from "@/lib/applications/schema";
import { canMove } from "@/lib/applications/states";
import { dateTimeInLondon, longDate } from "@/lib/dates";
import { review } from "../actions";
import { findForReview } from "../find";

export const metadata: Metadata = { title: "An application" };

const DONE: Record<string, string> = {
  review: "The application is under review.",
  offer: "The place is offered and held. The applicant has been e-mailed.",
  rejection: "The application is rejected. The applicant has been e-mailed the reason.",
  waitlist: "The application is on the waiting list. The applicant has been e-mailed.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

export default async function ApplicationForReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const application = await findForReview(id);
  const { done } = await searchParams;
  const { state, answers, programme, cohort, reference, email, offer, places, history, version } =
    application;
  const path = `/staff/applications/${id}`;
  const said = typeof done === "string" ? DONE[done] : undefined;
  return (
    <>
      <PageHeading
        title={answers.fullName}
        caption={`${programme.shortName} ${cohort.name} · ${reference} · ${email}`}
        back={{ href: "/staff/applications", label: "Applications" }}
      />
      {said ? <Notice tone="done">{said}</Notice> : null}
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <StateTag state={state} />
        <span className="text-muted">
          {offer
            ? `${offer.fundedPlace ? "Funded place" : "Place"}, to be answered by ${longDate(offer.answerBy)}. `
            : ""}
          {places.left} {places.left === 1 ? "place" : "places"} left, {places.fundedLeft} of them can be
          funded.
        </span>
      </p>
      <div className="no-print mb-8 flex flex-wrap items-center gap-3">
        {canMove("begin_review", state) ? (
          <ActionForm
            action={review.bind(null, id)}
            submitLabel="Begin the review"
            hidden={{ version: String(version) }}
          />
        ) : null}
        {canMove("offer", state) ? <ButtonLink href={`${path}/offer`}>Offer a place</ButtonLink> : null}
        {canMove("waitlist", state) ? (
          <ButtonLink href={`${path}/waitlist`} variant="secondary">
            Put on the waiting list
          </ButtonLink>
        ) : null}
        {canMove("reject", state) ? (
          <ButtonLink href={`${path}/rejection`} variant="secondary">
            Reject
          </ButtonLink>
        ) : null}
      </div>
      <div className="max-w-prose">
        <h2 className="mb-3">The application</h2>
        <AnswersList answers={answers} />
        <h2 className="mt-8 mb-3">What has happened</h2>
        <ol className="stack-list">
          {history.map((step) => (
            <li key={`${step.state}-${step.at.toISOString()}`}>
              <strong>{step.state === "draft" ? "Started" : STATE_WORDS[step.state]}</strong>{" "}
              <span className="text-muted">{dateTimeInLondon(step.at)}</span>
              {step.reason ? <p className="whitespace-pre-line">{step.reason}</p> : null}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
