import { ActionForm } from "@/components/forms/action-form";
import { FactsFields } from "@/components/programmes/facts-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { submitFacts } from "../actions";
import { findForFacts } from "../find";

export default async function FactsPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home, name } = await findForFacts(slug, "/facts");
  return (
    <div className="max-w-prose">
      <PageHeading
        title="Facts"
        caption="What binds us towards those who apply. The learning time is the sum of the hours table."
        back={{ href: home, label: name }}
      />
      <ActionForm
        action={submitFacts.bind(null, slug)}
        title="Facts of the programme"
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave them as they are</a>}
      >
        <FactsFields facts={programme.content} />
      </ActionForm>
    </div>
  );
}
