import { DecidedAlready } from "@/components/applications/decided-already";
import { DespiteField } from "@/components/applications/despite-field";
import { RejectionForm } from "@/components/applications/rejection-form";
import { TakesNoPart } from "@/components/applications/takes-no-part";
import { PageHeading } from "@/components/ui/page-heading";
import { canMove, MOVES } from "@/lib/applications/states";
import { findForReview } from "../../find";
import { reject } from "./actions";

export default async function RejectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { application, desk } = await findForReview(id, "/rejection");
  const { state, answers, version } = application;
  const home = `/staff/applications/${id}`;
  const title = `Reject ${answers.fullName}'s application`;
  if (!canMove("reject", state)) {
    const { refusal } = MOVES.reject;
    return <DecidedAlready {...{ title, refusal, state, home }} name={answers.fullName} />;
  }
  if (desk.conflicted) return <TakesNoPart {...{ title, home }} name={answers.fullName} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: answers.fullName }} />
      <RejectionForm
        action={reject.bind(null, id)}
        {...{ title, home }}
        hidden={{ version: String(version) }}
      >
        <DespiteField reading={desk.reading} />
      </RejectionForm>
    </div>
  );
}
