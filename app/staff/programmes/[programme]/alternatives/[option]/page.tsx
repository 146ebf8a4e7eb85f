import { notFound } from "next/navigation";
import { OptionFields } from "@/components/alternatives/option-fields";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { save } from "../actions";
import { findOptions } from "../find";

type Props = { params: Promise<{ programme: string; option: string }> };

export default async function EditOptionPage({ params }: Props) {
  const { programme, option: id } = await params;
  const { options, list } = await findOptions(programme, `/${encodeURIComponent(id)}`);
  const option = options.find((each) => each.id === id) ?? notFound();
  return (
    <div className="max-w-prose">
      <PageHeading
        title={option.title}
        caption="What has been proposed from it already keeps its words and minutes."
        back={{ href: list, label: "Alternative activities on offer" }}
      />
      <ActionForm
        action={save.bind(null, programme, id)}
        title={option.title}
        submitLabel="Save"
        hidden={{ version: String(option.version) }}
        aside={<a href={list}>Not now</a>}
      >
        <OptionFields option={option} />
      </ActionForm>
    </div>
  );
}
