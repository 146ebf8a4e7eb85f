import { PageTitle } from "@/components/engagement/page-title";
import { QuestionFields } from "@/components/evaluations/question-fields";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { shortDate } from "@/lib/dates";
import { discardQuestions, publishQuestions } from "../../actions";
import { findModule } from "../../find";

type Props = {
  params: Promise<{ programme: string; module: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const DONE: Record<string, string | undefined> = {
  saved: "Saved as a draft. Nobody is asked it until you publish it.",
  published: "Published: whoever opens the evaluation from now on is asked these questions.",
};

export default async function EvaluationPreviewPage({ params, searchParams }: Props) {
  const { programme, module } = await params;
  const { slug, mayEdit, one, list } = await findModule(programme, module, "/preview");
  const { draft, asked, token } = one;
  const did = DONE[[(await searchParams).done].flat()[0] ?? ""];
  const title = `Evaluation of module ${one.module}`;
  const which = { slug, module: one.module };
  const state = draft
    ? `The draft, as a participant would see it. ${asked ? `Version ${asked.version} is asked meanwhile.` : "Nothing is asked yet."}`
    : asked
      ? `Version ${asked.version}, asked since ${shortDate(asked.since)}, as a participant sees it.`
      : "Nothing is asked yet.";
  return (
    <div className="max-w-[48rem]">
      <PageTitle title={title} />
      <PageHeading title={title} caption={state} back={{ href: list, label: "End of module evaluations" }} />
      {did ? (
        <div className="mb-5">
          <Notice tone="done">{did}</Notice>
        </div>
      ) : null}
      {mayEdit ? (
        <p className="mb-5">
          <ButtonLink href={`${list}/${one.module}`} variant="secondary">
            Change the questions
          </ButtonLink>
        </p>
      ) : null}
      <section className="card mb-7" aria-label="As a participant sees it">
        <QuestionFields questions={(draft ?? asked)?.questions ?? []} />
        <p className="text-muted">Nothing that you enter here is kept.</p>
      </section>
      {draft ? (
        <>
          <ActionForm
            action={publishQuestions.bind(null, which)}
            submitLabel="Publish as a new version"
            hidden={{ token }}
            idPrefix="publish-"
          />
          <details className="mt-8">
            <summary>Throw the draft away</summary>
            <p className="my-3">What is asked now stays as it is.</p>
            <ActionForm
              action={discardQuestions.bind(null, which)}
              submitLabel="Throw the draft away"
              submitVariant="warning"
              hidden={{ token }}
              idPrefix="discard-"
            />
          </details>
        </>
      ) : null}
    </div>
  );
}
