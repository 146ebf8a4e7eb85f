import type { Metadata } from "next";
import { StateTag } from "@/components/applications/state-tag";
import { TurnLine } from "@/components/applications/turn-line";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Tag } from "@/components/ui/tag";
import { myApplications } from "@/lib/applications/queries";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { openCohorts } from "@/lib/cohorts/queries";
import { longDate, monthAndYear } from "@/lib/dates";
import { start } from "./actions";

export const metadata: Metadata = { title: "Your applications" };

const ENDED = new Set(["declined", "rejected", "withdrawn", "expired"]);

export default async function ApplicationsPage() {
  const actor = await requireViewer("/applications");
  const [applications, cohorts] = await Promise.all([myApplications(actor, now()), openCohorts(now())]);
  const open = cohorts.filter(
    (cohort) => !applications.some((each) => each.cohortId === cohort.id && !ENDED.has(each.state)),
  );
  return (
    <>
      <PageHeading title="Your applications" />
      {applications.length === 0 ? <p className="mb-8">You have not applied for anything yet.</p> : null}
      <ul className="mb-10 grid max-w-prose gap-4">
        {applications.map((each) => (
          <li key={each.reference} className="card">
            <h2 className="mb-1">
              <a href={`/applications/${each.reference}`}>{each.programmeName}</a>
            </h2>
            <p className="mb-2 text-muted">
              {each.cohortName} · reference {each.reference}
            </p>
            <StateTag state={each.state} />
            <TurnLine {...each} />
          </li>
        ))}
      </ul>
      {open.length > 0 ? <h2 className="mb-4">Open for applications</h2> : null}
      <ul className="grid max-w-prose gap-4">
        {open.map((cohort) => (
          <li key={cohort.id} className="card">
            <h3 className="mb-1">
              {cohort.programme.shortName} {cohort.programme.title}, {cohort.name}
            </h3>
            <p className="mb-3 text-muted">
              Starts in {monthAndYear(cohort.startsOn)}. Apply by {longDate(cohort.applicationsClose)}.
            </p>
            {cohort.placesLeft <= 0 ? (
              <p className="mb-3">
                <Tag tone="soon">full</Tag> You can still apply: good applications go on the waiting list.
              </p>
            ) : null}
            <ActionForm
              action={start}
              submitLabel={`Apply for ${cohort.name}`}
              hidden={{ cohortId: cohort.id }}
            />
          </li>
        ))}
      </ul>
      {open.length === 0 && applications.length === 0 ? (
        <p>No cohort takes applications at the moment. The prospectus says when the next one opens.</p>
      ) : null}
    </>
  );
}
