import { StudyFields } from "@/components/dashboard/study-fields";
import { ActionForm } from "@/components/forms/action-form";
import { submitStudy } from "../../actions";
import { NotNow } from "./not-now";
import { Section, type Way } from "./way";

/** Self-directed study: logged in pieces. */
export function Study({ detail, title }: Way) {
  const { milestone } = detail;
  if (!detail.canLogStudy) return <NotNow milestone={milestone} title={title} />;
  return (
    <Section heading="Log study time">
      <ActionForm
        action={submitStudy.bind(null, milestone.id)}
        title={title}
        submitLabel="Log this time"
        hidden={{ formKey: crypto.randomUUID() }}
        aside={<a href={`/dashboard/study?cohort=${detail.cohortId}`}>All that you have logged</a>}
      >
        <StudyFields from={detail.studyFrom} to={detail.studyTo} day={detail.studyTo} />
      </ActionForm>
    </Section>
  );
}
