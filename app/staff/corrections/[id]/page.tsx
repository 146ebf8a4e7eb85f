import { notFound } from "next/navigation";
import { AnswerFields } from "@/components/corrections/answer-fields";
import { RecordList } from "@/components/dashboard/record-list";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { correctionForStaff } from "@/lib/corrections/queries";
import { mayAnswer, STATE_WORDS, stateOf } from "@/lib/corrections/states";
import { shortDate } from "@/lib/dates";
import { recordsFor } from "@/lib/engagement/records-for";
import { fullTitle } from "@/lib/route-map/schema";
import { answer } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function CorrectionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/corrections/${encodeURIComponent(id)}`);
  const correction = (await correctionForStaff(actor, id)) ?? notFound();
  const records = await recordsFor(actor, correction.enrolmentId, correction.milestone.id);
  const { done } = await searchParams;
  const state = stateOf(correction);
  const title = `${correction.fullName}: ${fullTitle(correction)}`;
  return (
    <>
      <PageHeading
        title={title}
        caption={`${correction.cohortName} · asked on ${shortDate(correction.askedOn)}`}
        back={{ href: "/staff/corrections", label: "Corrections" }}
      />
      {done ? (
        <div className="mb-6">
          <Notice tone="done">Answered. {correction.fullName} is told by e-mail.</Notice>
        </div>
      ) : null}
      <div className="milestone-columns">
        <div>
          <section className="card mb-6">
            <h2>What they say</h2>
            <p className="whitespace-pre-line">{correction.said}</p>
          </section>
          {mayAnswer(state) ? (
            <section className="card">
              <h2>Answer</h2>
              <ActionForm action={answer.bind(null, id)} title={title} submitLabel="Send the answer">
                <AnswerFields correction={correction} records={records} />
              </ActionForm>
            </section>
          ) : (
            <section className="card">
              <PageTitle title={title} />
              <h2>Answered: {STATE_WORDS[state]}</h2>
              <p className="whitespace-pre-line">{correction.answer}</p>
              <p className="text-muted">
                <small>
                  {[correction.answeredBy, correction.answeredOn && shortDate(correction.answeredOn)]
                    .filter(Boolean)
                    .join(", ")}
                </small>
              </p>
            </section>
          )}
        </div>
        <RecordList records={records} />
      </div>
    </>
  );
}
