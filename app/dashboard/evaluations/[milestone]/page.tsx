import { notFound } from "next/navigation";

import { PageTitle } from "@/components/engagement/page-title";
import { QuestionFields } from "@/components/evaluations/question-fields";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayInLondon, shortDate } from "@/lib/dates";
import type { EnrolmentState } from "@/lib/enrolments/schema";
import { notRecording } from "@/lib/enrolments/states";
import { evaluationPage } from "@/lib/evaluations/queries";
import { fullTitle } from "@/lib/route-map/schema";
import { Frame } from "../../frame";
import { submitEvaluation } from "./actions";

export default async function EvaluationPage({ params }: { params: Promise<{ milestone: string }> }) {
  const { milestone: id } = await params;
  const actor = await requireViewer(`/dashboard/evaluations/${encodeURIComponent(id)}`);
  const { milestone, enrolmentState, sent, form, cohortId } = (await evaluationPage(actor, id)) ?? notFound();
  const title = fullTitle(milestone);
  const opensLater = milestone.opensOn !== null && milestone.opensOn > dayInLondon(now());
  const open = enrolmentState === "active" && !opensLater && form && !sent;
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading
        title={title}
        caption={milestone.closesOn ? `Due by ${shortDate(milestone.closesOn)}` : undefined}
        back={{ href: `/dashboard/route-map/${milestone.id}`, label: "About this milestone" }}
      />
      <div className="max-w-[48rem]">
        {open ? (
          <>
            <Anonymous />
            <ActionForm
              action={submitEvaluation.bind(null, milestone.id)}
              title={title}
              submitLabel="Send the evaluation"
              hidden={{ formId: form.id }}
            >
              <QuestionFields questions={form.questions} />
            </ActionForm>
          </>
        ) : (
          <>
            <PageTitle title={title} />
            {sent ? (
              <Notice tone="done" title="Thank you: it is sent in, and counts as done">
                <p>What you answered cannot be shown here again, because it is kept without your name.</p>
                <p className="mt-2">
                  <a href={`/dashboard?cohort=${cohortId}`}>Back to your overview</a>
                </p>
              </Notice>
            ) : (
              <p>{whyNot(enrolmentState, opensLater ? milestone.opensOn : null)}</p>
            )}
          </>
        )}
      </div>
    </Frame>
  );
}

/** Said before anything is asked. */
const Anonymous = () => (
  <div className="prose mb-6">
    <p>
      <strong>What you say is anonymous.</strong> Your answers are kept without your name, without the time
      and apart from each other. That you have sent them is kept separately, so that it counts as done.
    </p>
    <p>
      Those who run your cohort see averages and what people wrote, in no order, once five people have
      answered, and five at a time from then on. Please do not name anybody in what you write. Once sent,
      nobody can find your answers again to change or delete them.
    </p>
  </div>
);

function whyNot(state: EnrolmentState, opensOn: string | null): string {
  const closed = notRecording(state);
  if (closed) return `This was not sent in. ${closed}`;
  if (opensOn) return `You can fill this in from ${shortDate(opensOn)} on.`;
  return "There are no questions for this module yet. Come back later.";
}
