import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { DfeRegistrationCard } from "@/components/applications/dfe-registration";
import { History } from "@/components/applications/history";
import { StateTag } from "@/components/applications/state-tag";
import { WhatHappensNext } from "@/components/applications/status";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { readByDay } from "@/lib/applications/deadlines";
import type { ApplicationState } from "@/lib/applications/schema";
import { canMove, LIVE } from "@/lib/applications/states";
import { longDate } from "@/lib/dates";
import { findOwn } from "../find";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string | string[] }> };

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
  const runs = LIVE.includes(state);
  return (
    <>
      <PageHeading
        title={`${programme.title}, ${cohort.name}`}
        caption={
          <>
            Reference {reference} <StateTag state={state} />
          </>
        }
        back={{ href: "/applications", label: "Your applications" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <WhatHappensNext application={application} readBy={readBy} />
          <Card labelledBy="answers">
            <h2 id="answers">What you told us</h2>
            <AnswersList
              answers={answers}
              editBase={state === "draft" ? `/applications/${reference}/edit` : undefined}
            />
          </Card>
        </div>
        <div className="grid gap-5">
          {runs ? <DfeRegistrationCard said={answers.dfeRegistration} /> : null}
          <Card labelledBy="history">
            <h2 id="history">What has happened</h2>
            <History steps={history} saidAbove="rejected" />
            {canMove("withdraw", state) ? (
              <p className="no-print mt-4">
                <a href={`/applications/${reference}/withdrawal`}>Withdraw this application</a>
              </p>
            ) : null}
          </Card>
        </div>
      </div>
    </>
  );
}
