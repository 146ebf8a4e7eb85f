import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { DecisionCard } from "@/components/applications/decision-card";
import { ReviewsCard } from "@/components/applications/reviews-card";
import { StateTag } from "@/components/applications/state-tag";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { readByDay } from "@/lib/applications/deadlines";
import { review } from "../actions";
import { findForReview } from "../find";
import { Beside } from "./beside";
import { Done } from "./done";
import { EndorsementBeside } from "./endorsement/endorsement-beside";

export const metadata: Metadata = { title: "An application" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[]; notes?: string | string[] }>;
};

export default async function ApplicationForReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { application, desk } = await findForReview(id);
  const { done, notes } = await searchParams;
  const { state, answers, programme, cohort, reference, email, submittedOn } = application;
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
      <Done done={done} state={state} />
      {/* On a phone: the decision, what it rests on, then what was said about it. */}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="grid gap-5 lg:col-start-2">
          <DecisionCard
            application={application}
            desk={desk}
            readBy={submittedOn && readByDay(submittedOn)}
            review={review.bind(null, id)}
          />
          <EndorsementBeside id={id} />
        </div>
        <div className="grid gap-5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <ReviewsCard desk={desk} home={home} />
          <Card labelledBy="answers">
            <h2 id="answers">The application</h2>
            <AnswersList answers={answers} />
          </Card>
        </div>
        <div className="grid gap-5 lg:col-start-2">
          <Beside {...{ application, desk, home }} notesKey={String(notes)} />
        </div>
      </div>
    </>
  );
}
