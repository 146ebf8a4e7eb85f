import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { MarkdownHelp } from "@/components/programmes/markdown-help";
import { SavedText } from "@/components/programmes/saved-text";
import { PageHeading } from "@/components/ui/page-heading";
import { submitSection } from "../../actions";
import { findProgramme } from "../../find";

type Props = { params: Promise<{ programme: string; section: string }> };

export default async function SectionPage({ params }: Props) {
  const { programme: slug, section: key } = await params;
  const { programme, home, name } = await findProgramme(slug, `/sections/${encodeURIComponent(key)}`);
  const section = programme.content.sections.find((each) => each.key === key) ?? notFound();
  const title = `${section.label}: edit the section`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={section.label}
        caption="A section of the prospectus"
        back={{ href: home, label: name }}
      />
      <ActionForm
        action={submitSection.bind(null, { slug, key })}
        title={title}
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <TextField
          name="label"
          label="Short name"
          hint="For the contents list beside the text."
          maxLength={60}
          width="medium"
          defaultValue={section.label}
        />
        <TextField name="heading" label="Heading" maxLength={160} defaultValue={section.heading} />
        <TextArea name="body" label="Text" rows={18} maxLength={20_000} defaultValue={section.body} />
      </ActionForm>
      <MarkdownHelp />
      <SavedText lines={[section.label, section.heading, section.body]} />
    </div>
  );
}
