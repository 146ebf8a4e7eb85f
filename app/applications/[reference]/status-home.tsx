import { CarryOverCard } from "@/components/applications/carry-over-card";
import { History } from "@/components/applications/history";
import { Standing } from "@/components/applications/standing";
import { WhatHappensNext } from "@/components/applications/status";
import { Card } from "@/components/ui/card";
import { carryOverTo } from "@/lib/applications/carry-over-query";
import { readByDay } from "@/lib/applications/deadlines";
import { registrationOf } from "@/lib/applications/registrations/queries";
import { canMove, LIVE } from "@/lib/applications/states";
import type { ApplicationView } from "@/lib/applications/views";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { longDate } from "@/lib/dates";
import { carry } from "../actions";
import { SponsorCard, SponsorNotice, sponsorRow, sponsorTodo } from "./sponsor/sponsor-card";

/** Where an application stands once it is sent: whose turn it is, each part's state, and what has happened. */
export async function StatusHome({ application }: { application: ApplicationView }) {
  const { reference, state, answers, submittedOn, history, equalityDone } = application;
  const home = `/applications/${reference}`;
  const readBy = submittedOn ? longDate(readByDay(submittedOn)) : null;
  const promised = state === "submitted" || state === "under_review" ? readBy : null;
  const [sponsor, carryTo, registration] = await Promise.all([
    sponsorRow(reference, answers.sponsorName),
    carryOverTo(await requireViewer(home), application, now()),
    registrationOf(application.id),
  ]);
  const todo = await sponsorTodo(reference);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-5">
        <SponsorNotice reference={reference} />
        <WhatHappensNext application={application} readBy={readBy} todo={todo !== null} />
        {carryTo ? <CarryOverCard to={carryTo} carry={carry.bind(null, reference)} /> : null}
        {LIVE.includes(state) ? (
          <Card labelledBy="standing">
            <h2 id="standing">Where everything stands</h2>
            <Standing
              {...{ application, sponsor }}
              readBy={promised}
              confirmedOn={registration?.confirmedOn ?? null}
            />
          </Card>
        ) : null}
      </div>
      <div className="grid gap-5">
        <SponsorCard reference={reference} />
        <Card labelledBy="yours">
          <h2 id="yours">Your application</h2>
          <ul className="grid gap-2">
            <li>
              <a href={`${home}/copy`}>Read or print your answers</a>
            </li>
            {submittedOn && !equalityDone ? (
              <li>
                <a href={`${home}/equality`}>Answer four optional equality questions</a>
              </li>
            ) : null}
            {canMove("withdraw", state) ? (
              <li>
                <a href={`${home}/withdrawal`}>Withdraw this application</a>
              </li>
            ) : null}
          </ul>
        </Card>
        <Card labelledBy="history">
          <h2 id="history">What has happened</h2>
          <History steps={history} saidAbove="rejected" />
        </Card>
      </div>
    </div>
  );
}
