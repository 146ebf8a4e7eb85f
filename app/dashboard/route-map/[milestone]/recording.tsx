import { StudyFields } from "@/components/dashboard/study-fields";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { shortDate } from "@/lib/dates";
import type { DoneBy, MilestoneDetail, MyMilestone } from "@/lib/engagement/schema";
import { submitDone, submitStudy } from "../actions";

/** Who records an item that its participant does not record. */
const BY_OTHERS: Partial<Record<DoneBy, string>> = {
  event: "The facilitator takes a register at the event, and it shows here the same day.",
  mentor: "This is recorded once your mentor has done their part.",
  coach: "Each session is entered once it has taken place.",
  gate: "Nothing is recorded by hand: this follows from your engagement.",
  nothing: "Nothing is recorded here.",
};

/** The form to record this item with, or who records it and when. */
export function Recording({ detail, title }: { detail: MilestoneDetail; title: string }) {
  const { milestone, canLogStudy, canMarkDone } = detail;
  const formKey = crypto.randomUUID();
  if (canLogStudy) {
    return (
      <section className="card mb-6">
        <h2>Log study time</h2>
        <ActionForm
          action={submitStudy.bind(null, milestone.id)}
          title={title}
          submitLabel="Log this time"
          hidden={{ formKey }}
        >
          <StudyFields from={detail.studyFrom} to={detail.studyTo} day={detail.studyTo} />
        </ActionForm>
      </section>
    );
  }
  return (
    <section className="card mb-6">
      {canMarkDone ? null : <PageTitle title={title} />}
      <h2>{canMarkDone ? "Mark as done" : "How this is recorded"}</h2>
      {canMarkDone ? (
        <>
          <p className="mb-1">
            Mark this once you have completed it. It is recorded as done today, by you, and counts in full.
          </p>
          <ActionForm
            action={submitDone.bind(null, milestone.id)}
            title={title}
            submitLabel="Mark as done"
            hidden={{ formKey }}
          />
        </>
      ) : (
        <>
          <p>{BY_OTHERS[milestone.doneBy] ?? whyNotNow(milestone)}</p>
          {milestone.doneBy === "event" && milestone.state === "overdue" ? (
            <p className="mt-3">
              This has been, and you are not marked as present. If you were there, or could not be, write to{" "}
              <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>: an alternative activity can be agreed.
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

/** For what the participant records: why there is nothing to record just now. */
function whyNotNow({ tally, state, opensOn }: MyMilestone): string {
  if (state === "not_required") return "You have been excused from this, so nothing needs to be recorded.";
  if (tally.completed) return "This is done. Nothing more needs to be recorded.";
  if (state === "upcoming" && opensOn) return `You can record this yourself from ${shortDate(opensOn)} on.`;
  return "Nothing can be recorded now, because your place on the programme is not active.";
}
