import { type CohortTab, CohortTabs as Tabs } from "@/components/engagement/cohort-tabs";
import { waitingIn as applications } from "@/lib/applications/today";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { waitingIn as alerts } from "@/lib/engagement/today";
import { waitingIn as registers } from "@/lib/events/today";

/** The cohort's tabs with what waits behind them, each area's own count. Three queries, whatever the cohort's size. */
export async function CohortTabs({
  actor,
  cohortId,
  current,
}: {
  actor: Actor;
  cohortId: string;
  current: CohortTab;
}) {
  const [alert, register, application] = await Promise.all([
    alerts(actor, cohortId),
    registers(actor, cohortId, now()),
    applications(actor, cohortId),
  ]);
  const waits = { alerts: alert, events: register, applications: application };
  return <Tabs {...{ cohortId, current, waits }} />;
}
