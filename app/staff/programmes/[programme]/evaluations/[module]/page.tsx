import { notFound } from "next/navigation";
import { QuestionsForm } from "@/components/evaluations/questions-form";
import { PageHeading } from "@/components/ui/page-heading";
import { rowOf } from "@/lib/evaluations/schema-rows";
import { writeQuestions } from "../actions";
import { findModule } from "../find";

type Props = { params: Promise<{ programme: string; module: string }> };

export default async function EvaluationFormPage({ params }: Props) {
  const { programme, module } = await params;
  const { slug, mayEdit, one, list } = await findModule(programme, module);
  if (!mayEdit) notFound();
  const title = `Evaluation of module ${one.module}`;
  const { draft, asked } = one;
  const caption = draft
    ? `A draft, saved last by ${draft.by}. Nobody is asked it until you publish it.`
    : "What is asked now. What you change is a draft at first, and nobody is asked it until you publish it.";
  return (
    <div className="max-w-[48rem]">
      <PageHeading
        title={title}
        caption={caption}
        back={{ href: list, label: "End of module evaluations" }}
      />
      <QuestionsForm
        action={writeQuestions.bind(null, { slug, module: one.module })}
        title={title}
        token={one.token}
        rows={(draft ?? asked)?.questions.map(rowOf) ?? []}
        aside={<a href={list}>Leave it as it is</a>}
      />
    </div>
  );
}
