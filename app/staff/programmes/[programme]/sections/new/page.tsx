import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { MarkdownHelp } from "@/components/programmes/markdown-help";
import { PageHeading } from "@/components/ui/page-heading";
import { submitNewSection } from "../../actions";
import { findProgramme } from "../../find";

const TITLE = "Add a section";

export default async function NewSectionPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home } = await findProgramme(slug, "/sections/new");
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="It comes last; give it another place afterwards."
        back={{ href: `${home}/sections`, label: "Sections" }}
      />
      <ActionForm
        action={submitNewSection.bind(null, slug)}
        title={TITLE}
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
      >
        <TextField
          name="label"
          label="Short name"
          hint="For the contents list beside the text. Its address is made from it and stays."
          maxLength={60}
          width="medium"
        />
        <TextField name="heading" label="Heading" maxLength={160} />
        <TextArea name="body" label="Text" rows={18} maxLength={20_000} />
      </ActionForm>
      <MarkdownHelp />
    </div>
  );
}
