import { OptionFields } from "@/components/alternatives/option-fields";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { save } from "../actions";
import { findOptions } from "../find";

const TITLE = "Add an alternative activity";

export default async function NewOptionPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme } = await params;
  const { list } = await findOptions(programme, "/new");
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} back={{ href: list, label: "Alternative activities on offer" }} />
      <ActionForm
        action={save.bind(null, programme, null)}
        title={TITLE}
        submitLabel="Save"
        hidden={{ formKey: crypto.randomUUID(), version: "0" }}
        aside={<a href={list}>Not now</a>}
      >
        <OptionFields />
      </ActionForm>
    </div>
  );
}
