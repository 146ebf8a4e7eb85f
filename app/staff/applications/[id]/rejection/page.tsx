import { DecidedAlready } from "@/components/applications/decided-already";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { canMove, MOVES } from "@/lib/applications/states";
import { reject } from "../../actions";
import { findForReview } from "../../find";

export default async function RejectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { state, answers, version } = await findForReview(id, "/rejection");
  const home = `/staff/applications/${id}`;
  const title = `Reject ${answers.fullName}'s application`;
  if (!canMove("reject", state)) {
    const { refusal } = MOVES.reject;
    return <DecidedAlready {...{ title, refusal, state, home }} name={answers.fullName} />;
  }
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: answers.fullName }} />
      <ActionForm
        action={reject.bind(null, id)}
        title={title}
        submitLabel="Reject the application"
        submitVariant="warning"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <TextArea
          name="reason"
          label="The reason"
          hint="The applicant reads it, word for word, in the e-mail and on the application's page. Say what was missing, kindly and plainly."
          rows={6}
          maxLength={2000}
        />
      </ActionForm>
    </div>
  );
}
