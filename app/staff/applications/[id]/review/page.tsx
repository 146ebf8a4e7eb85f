import { AnswersList } from "@/components/applications/answers";
import { ScoreFields } from "@/components/applications/score-fields";
import { TakesNoPart } from "@/components/applications/takes-no-part";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { findForReview } from "../../find";
import { writeReview } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { application, desk } = await findForReview(id, "/review");
  const saved = String((await searchParams).saved ?? "");
  const { answers, programme, cohort, reference } = application;
  const { own, criteria, canReview, conflicted } = desk;
  const name = answers.fullName;
  const home = `/staff/applications/${id}`;
  const title = `Review ${name}'s application`;
  if (conflicted) return <TakesNoPart {...{ title, home, name }} />;
  return (
    <>
      <PageHeading
        title={title}
        caption={`${programme.shortName}, ${cohort.name} · ${reference}`}
        back={{ href: home, label: name }}
      />
      {canReview && criteria.length > 0 ? (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card labelledBy="answers" className="min-w-0">
            <h2 id="answers">The application</h2>
            <p className="mb-4 lg:hidden">
              <a href="#rubric">On to your scores</a>
            </p>
            <AnswersList answers={answers} />
          </Card>
          <Card labelledBy="rubric" className="min-w-0">
            <h2 id="rubric">Your review</h2>
            {saved !== "" && own ? (
              <div className="mb-5">
                <Notice tone="done">Saved as a draft. Nobody else reads it until you hand it in.</Notice>
              </div>
            ) : null}
            <ActionForm
              key={saved}
              action={writeReview.bind(null, id)}
              title={title}
              submitLabel="Save as a draft"
              submitVariant="secondary"
              hidden={{ version: String(own?.version ?? 0) }}
              aside={
                <button type="submit" name="handIn" value="yes" className={buttonClass()}>
                  Hand in the review
                </button>
              }
            >
              <ScoreFields criteria={criteria} own={own} />
            </ActionForm>
          </Card>
        </div>
      ) : (
        <>
          <title>{`${title} - UCL Centre for Educational Leadership`}</title>
          <p className="max-w-prose">{own?.handedIn ? HANDED_IN : NOT_NOW}</p>
        </>
      )}
    </>
  );
}

const HANDED_IN = "You have handed in your review of this application. It stays as it is.";
const NOT_NOW =
  "An application is reviewed while it is under review or on the waiting list, against the criteria of its programme.";
