import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { DecisionCard } from "@/components/applications/decision-card";
import { ReviewsCard } from "@/components/applications/reviews-card";
import { StateTag } from "@/components/applications/state-tag";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { readByDay } from "@/lib/applications/deadlines";
import type { ApplicationState } from "@/lib/applications/schema";
import { review } from "../actions";
import { findForReview } from "../find";
import { Beside } from "./beside";
import { EndorsementBeside } from "./endorsement/endorsement-beside";

export const metadata: Metadata = { title: "An application" };

/** Said once, after the step that led here; of a decision, only what is true of the application as it stands. */
const DECIDED: Partial<Record<ApplicationState, string>> = {
  under_review: "The application is under review.",
  offered: "The place is offered and held. The applicant is told by e-mail.",
  rejected: "The application is rejected. The applicant is told the reason by e-mail.",
  waitlisted: "The application is on the waiting list. The applicant is told by e-mail.",
};
const DONE: Record<string, string> = {
  review: "Your review is handed in.",
  conflict: "Your declaration is kept. You take no part in this application from now on.",
  removed: "The declaration is removed.",
};

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[]; notes?: string | string[] }>;
};

export default async function ApplicationForReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { application, desk } = await findForReview(id);
  const { done, notes } = await searchParams;
  const { state, answers, programme, cohort, reference, email, submittedOn } = application;
  const said = done === undefined ? undefined : (DONE[String(done)] ?? DECIDED[state]);
  const home = `/staff/applications/${id}`;
  return (
    <>
      <PageHeading
        title={answers.fullName}
        caption={
          <>
            {programme.shortName}, {cohort.name} · {reference} · <a href={`mailto:${email}`}>{email}</a>{" "}
            <StateTag state={state} />
          </>
        }
        back={{ href: "/staff/applications", label: "Applications" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <ReviewsCard desk={desk} home={home} />
          <Card labelledBy="answers">
            <h2 id="answers">The application</h2>
            <AnswersList answers={answers} />
          </Card>
        </div>
        <div className="grid gap-5 max-lg:order-first">
          <DecisionCard
            application={application}
            desk={desk}
            readBy={submittedOn && readByDay(submittedOn)}
            review={review.bind(null, id)}
          />
          <EndorsementBeside id={id} />
          <Beside {...{ application, desk, home }} notesKey={String(notes)} />
        </div>
      </div>
    </>
  );
}
