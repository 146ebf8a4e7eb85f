import { DecidedAlready } from "@/components/applications/decided-already";
import { DespiteField } from "@/components/applications/despite-field";
import { TakesNoPart } from "@/components/applications/takes-no-part";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { canMove, MOVES } from "@/lib/applications/states";
import { waitlist } from "../../actions";
import { findForReview } from "../../find";

export default async function WaitlistPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { application, desk } = await findForReview(id, "/waitlist");
  const { state, answers, cohort, version } = application;
  const home = `/staff/applications/${id}`;
  const title = `Put ${answers.fullName} on the waiting list`;
  if (!canMove("waitlist", state)) {
    const { refusal } = MOVES.waitlist;
    return <DecidedAlready {...{ title, refusal, state, home }} name={answers.fullName} />;
  }
  if (desk.conflicted) return <TakesNoPart {...{ title, home }} name={answers.fullName} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: answers.fullName }} />
      <p className="mb-5">
        They are told by e-mail that they would have a place on {cohort.name} if one became free.
      </p>
      <ActionForm
        action={waitlist.bind(null, id)}
        title={title}
        submitLabel="Put on the waiting list"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <DespiteField reading={desk.reading} />
      </ActionForm>
    </div>
  );
}
