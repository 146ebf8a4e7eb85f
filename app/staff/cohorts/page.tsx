import type { Metadata } from "next";
import { CohortTable } from "@/components/engagement/cohort-table";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Still } from "@/components/ui/still";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { canStartCohort } from "@/lib/cohorts/policy";
import { cohortsFor } from "@/lib/cohorts/queries";
import { archivedQuestion } from "@/lib/cohorts/schema-forms";

export const metadata: Metadata = { title: "Cohorts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CohortsPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/cohorts");
  const { archived } = archivedQuestion.parse(await searchParams);
  const cohorts = await cohortsFor(actor, now(), { archived: archived === "1" });
  return (
    <Still>
      <PageHeading
        title="Cohorts"
        caption={`${cohorts.length} ${cohorts.length === 1 ? "cohort" : "cohorts"} that you manage`}
      />
      {canStartCohort(actor) ? (
        <p className="no-print mb-5 flex flex-wrap items-center gap-x-6 gap-y-2">
          <ButtonLink href="/staff/cohorts/new" variant="secondary" small>
            Start a cohort
          </ButtonLink>
          {archived ? (
            <a href="/staff/cohorts">Without the archived ones</a>
          ) : (
            <a href="/staff/cohorts?archived=1">With the archived ones</a>
          )}
        </p>
      ) : null}
      {cohorts.length === 0 ? (
        <p>
          You do not manage a cohort. An administrator can assign one to you. What you run yourself is under{" "}
          <a href="/staff/events">Events</a>.
        </p>
      ) : (
        <>
          <CohortTable cohorts={cohorts} />
          <TakeOut list="cohorts" query={{ archived }} />
        </>
      )}
    </Still>
  );
}
