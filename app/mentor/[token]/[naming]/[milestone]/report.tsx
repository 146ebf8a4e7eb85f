import { firstName } from "@/components/dashboard/greeting";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { ReportFields } from "@/components/mentoring/fields";
import { ReportText } from "@/components/mentoring/report-text";
import { Notice } from "@/components/ui/notice";
import { longDate, shortDate } from "@/lib/dates";
import type { MentorTask } from "@/lib/mentoring/schema";
import { save, submit } from "../../actions";

type Props = {
  where: { token: string; naming: string; milestoneId: string };
  task: MentorTask;
  report: NonNullable<MentorTask["report"]>;
  title: string;
  /** A draft has just been saved in which something is missing. */
  saved: boolean;
  /** The mentor wants to change what is whole already. */
  change: boolean;
};

/** An impact report: written over as many visits as it takes, read once more, sent once. */
export function Report({ where, task, report, title, saved, change }: Props) {
  const { item, fullName } = task;
  const { answers, version, submittedOn, whole } = report;
  if (submittedOn || item.standing === "done" || item.standing === "upcoming") {
    return (
      <>
        <PageTitle title={title} />
        <p className="mb-6">
          {submittedOn
            ? `You sent this report in on ${longDate(submittedOn)}. Thank you.`
            : item.standing === "done"
              ? "A report is in already. There is nothing for you to do."
              : `We ask for this report from ${item.opensOn ? shortDate(item.opensOn) : "a later day"} on.`}
        </p>
        {submittedOn ? <ReportText answers={answers} /> : null}
      </>
    );
  }
  const hidden = { version: String(version) };
  if (whole && !change) {
    return (
      <>
        <p className="mb-6">Read it once more. It is saved, and can be sent once.</p>
        <section className="card mb-2">
          <ReportText answers={answers} />
        </section>
        <ActionForm
          action={submit.bind(null, where)}
          title={title}
          submitLabel="Send the report"
          hidden={hidden}
          aside={<a href="?change=1">Change it</a>}
        />
      </>
    );
  }
  return (
    <>
      {saved ? (
        <div className="mb-5">
          <Notice tone="info" title="Your draft is saved">
            <p>Some questions are not answered yet. Your link brings you back to it.</p>
          </Notice>
        </div>
      ) : null}
      <p className="mb-6">
        How {firstName(fullName)}’s part in the programme helps your school or trust. It is about the school’s
        improvement, and not a judgement of {firstName(fullName)}: the staff who run the programme read it,{" "}
        {firstName(fullName)} sees only that it is in. It takes about a quarter of an hour
        {item.closesOn ? `; please send it by ${longDate(item.closesOn)}` : ""}.
      </p>
      <ActionForm action={save.bind(null, where)} title={title} submitLabel="Save and go on" hidden={hidden}>
        <ReportFields answers={answers} />
      </ActionForm>
    </>
  );
}
