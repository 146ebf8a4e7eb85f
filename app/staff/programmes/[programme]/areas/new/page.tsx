import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { MarkdownHelp } from "@/components/programmes/markdown-help";
import { PageHeading } from "@/components/ui/page-heading";
import { submitNewArea } from "../../actions";
import { findProgramme } from "../../find";

const TITLE = "Add a learning area";

export default async function NewAreaPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home } = await findProgramme(slug, "/areas/new");
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="It comes last; give it another place afterwards."
        back={{ href: `${home}/areas`, label: "Learning areas" }}
      />
      <ActionForm
        action={submitNewArea.bind(null, slug)}
        title={TITLE}
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
      >
        <TextField name="title" label="Name" maxLength={120} />
        <TextArea name="summary" label="In one sentence" rows={3} maxLength={300} />
        <TextArea name="body" label="Text" rows={10} maxLength={5_000} />
      </ActionForm>
      <MarkdownHelp />
    </div>
  );
}
