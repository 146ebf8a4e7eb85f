import { TakesNoPart } from "@/components/applications/takes-no-part";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { CONFLICT_NOTE_MAX } from "@/lib/applications/schema-review";
import { findForReview } from "../../find";
import { declare } from "../actions";

export default async function ConflictPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { application, desk } = await findForReview(id, "/conflict");
  const name = application.answers.fullName;
  const home = `/staff/applications/${id}`;
  const title = `I know ${name}`;
  if (desk.conflicted) return <TakesNoPart {...{ title, home, name }} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: name }} />
      <p className="mb-5">
        A colleague, a friend, a relative, somebody you have worked for: say so, and somebody else reads and
        decides. You then take no part in this application, and a review you have written does not count. You
        cannot take the declaration back yourself; an administrator can.
      </p>
      <ActionForm
        action={declare.bind(null, id)}
        title={title}
        submitLabel="Declare it"
        aside={<a href={home}>Not now</a>}
      >
        <TextField
          name="note"
          label="How do you know the applicant?"
          hint="A few words. Colleagues who decide this application read them."
          maxLength={CONFLICT_NOTE_MAX}
        />
      </ActionForm>
    </div>
  );
}
