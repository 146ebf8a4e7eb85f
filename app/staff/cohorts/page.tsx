import type { Metadata } from "next";
import { CohortTable } from "@/components/engagement/cohort-table";
import { PageHeading } from "@/components/ui/page-heading";
import { Still } from "@/components/ui/still";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { cohortsFor } from "@/lib/cohorts/queries";

export const metadata: Metadata = { title: "Cohorts" };

export default async function CohortsPage() {
  const actor = await requireStaff("/staff/cohorts");
  const cohorts = await cohortsFor(actor, now());
  return (
    <Still>
      <PageHeading
        title="Cohorts"
        caption={`${cohorts.length} ${cohorts.length === 1 ? "cohort" : "cohorts"} that you manage`}
      />
      {cohorts.length === 0 ? (
        <p>
          You do not manage a cohort. An administrator can assign one to you. What you run yourself is under{" "}
          <a href="/staff/events">Events</a>.
        </p>
      ) : (
        <CohortTable cohorts={cohorts} />
      )}
    </Still>
  );
}
