import { firstName } from "@/components/dashboard/greeting";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { CheckInSummary, MentorAnswers } from "@/components/mentoring/check-in-text";
import { AnswerFields } from "@/components/mentoring/fields";
import type { MentorTask } from "@/lib/mentoring/schema";
import { answer } from "../../actions";

type Where = { token: string; naming: string; milestoneId: string };

/** A check-in that was sent to the mentor: what the participant wrote, and the mentor's word on it. */
export function CheckIn({ where, task, title }: { where: Where; task: MentorTask; title: string }) {
  const { checkIn, item, fullName } = task;
  const name = firstName(fullName);
  if (!checkIn) {
    return (
      <>
        <PageTitle title={title} />
        <p>
          {item.standing === "done"
            ? "This check-in is done. There is nothing for you to do."
            : `${fullName} has not sent this to you yet. We write to you when it is there.`}
        </p>
      </>
    );
  }
  const waits = item.standing === "waiting" && checkIn.text.metOn !== null;
  return (
    <>
      {waits ? null : <PageTitle title={title} />}
      <section className="card mb-6">
        <h2>What {name} wrote</h2>
        <CheckInSummary text={checkIn.text} />
      </section>
      {checkIn.answer ? <MentorAnswers heading="What you answered" answers={[checkIn.answer]} /> : null}
      {waits && checkIn.text.metOn ? (
        <section aria-labelledby="your-answer">
          <h2 id="your-answer" className="mb-4">
            Your answer
          </h2>
          <ActionForm
            action={answer.bind(null, where)}
            title={title}
            submitLabel="Send your answer"
            hidden={{ version: String(checkIn.version) }}
          >
            <AnswerFields name={name} metOn={checkIn.text.metOn} />
          </ActionForm>
        </section>
      ) : null}
    </>
  );
}
