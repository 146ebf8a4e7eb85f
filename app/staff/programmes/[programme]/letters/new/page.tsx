import { NudgeTemplateForm } from "@/components/engagement/nudge-template-form";
import { PageHeading } from "@/components/ui/page-heading";
import { save } from "../actions";
import { findTemplates } from "../find";

const TITLE = "Add a template";

export default async function NewTemplatePage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme } = await params;
  const { list } = await findTemplates(programme, "/new");
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} back={{ href: list, label: "Letters to participants" }} />
      <NudgeTemplateForm
        action={save.bind(null, programme, null)}
        title={TITLE}
        list={list}
        hidden={{ formKey: crypto.randomUUID(), version: "0" }}
      />
    </div>
  );
}
