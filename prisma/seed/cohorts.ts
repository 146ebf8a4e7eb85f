import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { rollForward } from "@/lib/route-map/roll-forward";

/** The cohorts besides those of the route maps' stories. */

/** The draft that Ruth Calder is working on: rolled forward, not yet looked through. */
export async function seedDraftCohort(manager: Actor, programmeId: string): Promise<string> {
  const draft = {
    slug: "autumn-2027",
    name: "Autumn 2027",
    startMonth: "2027-10",
    applicationsOpen: "2027-02-01",
    applicationsClose: "2027-07-30",
    capacity: 30,
    fundedPlaces: 6,
  };
  const at = londonTime("2026-11-17", "14:20");
  return (await rollForward(manager, { ...draft, programmeId }, at)).cohortId;
}
