import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { MarkdownHelp } from "@/components/programmes/markdown-help";
import { SavedText } from "@/components/programmes/saved-text";
import { PageHeading } from "@/components/ui/page-heading";
import { submitArea } from "../../actions";
import { findProgramme } from "../../find";

type Props = { params: Promise<{ programme: string; area: string }> };

export default async function AreaPage({ params }: Props) {
  const { programme: slug, area: key } = await params;
  const { programme, home, name } = await findProgramme(slug, `/areas/${encodeURIComponent(key)}`);
  const area = programme.content.areas.find((each) => each.key === key) ?? notFound();
  return (
    <div className="max-w-prose">
      <PageHeading title={area.title} caption="A learning area" back={{ href: home, label: name }} />
      <ActionForm
        action={submitArea.bind(null, { slug, key })}
        title={`${area.title}: edit the learning area`}
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <TextField name="title" label="Name" maxLength={120} defaultValue={area.title} />
        <TextArea
          name="summary"
          label="In one sentence"
          rows={3}
          maxLength={300}
          defaultValue={area.summary}
        />
        <TextArea name="body" label="Text" rows={10} maxLength={5_000} defaultValue={area.body} />
      </ActionForm>
      <MarkdownHelp />
      <SavedText lines={[area.title, area.summary, area.body]} />
    </div>
  );
}
