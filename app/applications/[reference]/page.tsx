import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { StateTag } from "@/components/applications/state-tag";
import { WhatHappensNext } from "@/components/applications/status";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { readByDay } from "@/lib/applications/deadlines";
import { type ApplicationState, STATE_WORDS } from "@/lib/applications/schema";
import { canMove } from "@/lib/applications/states";
import { dateTimeInLondon, longDate } from "@/lib/dates";
import { findOwn } from "../find";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Application ${(await params).reference}` };
}

/** Said once, after the step that led here; only what is true of the application as it stands. */
const DONE: Partial<Record<ApplicationState, string>> = {
  draft: "Your answers are saved. Come back whenever it suits you.",
  submitted: "Your application is sent. We have e-mailed you a confirmation; keep the reference.",
  accepted: "Your place is confirmed. We have e-mailed you, and your programme is ready.",
  declined: "You have declined the place.",
  withdrawn: "Your application is withdrawn.",
};

export default async function ApplicationPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const application = await findOwn(reference);
  const { done } = await searchParams;
  const { programme, cohort, state, submittedOn, history, answers } = application;
  const said = done === undefined ? undefined : DONE[state];
  const readBy = submittedOn ? longDate(readByDay(submittedOn)) : null;
  const needsDfe = answers.dfeRegistration !== "registered" && canMove("withdraw", state);
  return (
    <>
      <PageHeading
        title={`${programme.title}, ${cohort.name}`}
        caption={`Reference ${reference}`}
        back={{ href: "/applications", label: "Your applications" }}
      />
      <p className="mb-6">
        <StateTag state={state} />
      </p>
      {said ? <Notice tone="done">{said}</Notice> : null}
      <WhatHappensNext application={application} readBy={readBy} />
      {needsDfe ? (
        <Notice tone="soon" title="Registration with the Department for Education">
          Every participant also registers with DfE, on GOV.UK (search for “Register for a national
          professional qualification”). You told us that this is not done yet, or that you are not sure.
        </Notice>
      ) : null}
      <h2 className="mt-8 mb-3">What has happened</h2>
      <ol className="stack-list max-w-prose">
        {history.toReversed().map((step) => (
          <li key={`${step.state}-${step.at.toISOString()}`}>
            <strong>{step.state === "draft" ? "Started" : STATE_WORDS[step.state]}</strong>{" "}
            <span className="text-muted">{dateTimeInLondon(step.at)}</span>
            {step.reason ? <p className="whitespace-pre-line">{step.reason}</p> : null}
          </li>
        ))}
      </ol>
      <h2 className="mt-10 mb-3">What you told us</h2>
      <div className="max-w-prose">
        <AnswersList
          answers={answers}
          editBase={state === "draft" ? `/applications/${reference}/edit` : undefined}
        />
      </div>
      {canMove("withdraw", state) ? (
        <p className="no-print mt-8">
          <a href={`/applications/${reference}/withdrawal`}>Withdraw this application</a>
        </p>
      ) : null}
    </>
  );
}
