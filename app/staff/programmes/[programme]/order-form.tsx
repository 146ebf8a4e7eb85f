import { ActionForm } from "@/components/forms/action-form";
import { OrderFields } from "@/components/forms/order-fields";
import { PageHeading } from "@/components/ui/page-heading";
import type { PartKind } from "@/lib/programmes/schema-order";
import { submitOrder } from "./actions";
import { findProgramme } from "./find";

const WORDS: Record<PartKind, { title: string; one: string }> = {
  sections: { title: "Sections: order, and what is taken out", one: "section" },
  areas: { title: "Learning areas: order, and what is taken out", one: "learning area" },
};

/** The page on which a list's parts are put in order and taken out: one for sections, one for learning areas. */
export async function OrderPage({ slug, kind }: { slug: string; kind: PartKind }) {
  const { programme, home, name } = await findProgramme(slug, `/${kind}`);
  const { title, one } = WORDS[kind];
  const parts =
    kind === "sections"
      ? programme.content.sections.map(({ key, label }) => ({ key, name: label }))
      : programme.content.areas.map((area) => ({ key: area.key, name: area.title }));
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: name }} />
      <p>
        Write 1 beside what is to come first. Nothing is public until you publish the draft.{" "}
        <a href={`${home}/${kind}/new`}>Add a {one}</a>
      </p>
      <ActionForm
        action={submitOrder.bind(null, { slug, kind })}
        title={title}
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <OrderFields parts={parts} takeOut />
      </ActionForm>
    </div>
  );
}
