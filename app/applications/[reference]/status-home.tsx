import { History } from "@/components/applications/history";
import { Standing } from "@/components/applications/standing";
import { WhatHappensNext } from "@/components/applications/status";
import { Card } from "@/components/ui/card";
import { readByDay } from "@/lib/applications/deadlines";
import { canMove, LIVE } from "@/lib/applications/states";
import type { ApplicationView } from "@/lib/applications/views";
import { longDate } from "@/lib/dates";

/** Where an application stands once it is sent: whose turn it is, each part's state, and what has happened. */
export function StatusHome({ application }: { application: ApplicationView }) {
  const { reference, state, answers, submittedOn, history } = application;
  const home = `/applications/${reference}`;
  const readBy = submittedOn ? longDate(readByDay(submittedOn)) : null;
  const promised = state === "submitted" || state === "under_review" ? readBy : null;
  const sponsor = { label: "Your sponsor", tag: null, text: answers.sponsorName || "Not named yet" };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-5">
        <WhatHappensNext application={application} readBy={readBy} />
        {LIVE.includes(state) ? (
          <Card labelledBy="standing">
            <h2 id="standing">Where everything stands</h2>
            <Standing application={application} sponsor={sponsor} readBy={promised} />
          </Card>
        ) : null}
      </div>
      <div className="grid gap-5">
        <Card labelledBy="yours">
          <h2 id="yours">Your application</h2>
          <ul className="grid gap-2">
            <li>
              <a href={`${home}/copy`}>Read or print your answers</a>
            </li>
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
