import { notFound } from "next/navigation";
import { NudgeTemplateForm } from "@/components/engagement/nudge-template-form";
import { PageHeading } from "@/components/ui/page-heading";
import { save } from "../actions";
import { findTemplates } from "../find";

type Props = { params: Promise<{ programme: string; letter: string }> };

export default async function EditTemplatePage({ params }: Props) {
  const { programme, letter: id } = await params;
  const { templates, list } = await findTemplates(programme, `/${encodeURIComponent(id)}`);
  const template = templates.find((each) => each.id === id) ?? notFound();
  return (
    <div className="max-w-prose">
      <PageHeading
        title={template.name}
        caption="Letters that were sent with it stay as they were sent. The audit log keeps what it said before."
        back={{ href: list, label: "Letters to participants" }}
      />
      <NudgeTemplateForm
        action={save.bind(null, programme, id)}
        title={template.name}
        list={list}
        hidden={{ version: String(template.version) }}
        template={template}
      />
    </div>
  );
}
