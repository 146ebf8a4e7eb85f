import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { standingOf } from "@/lib/status-changes/queries";
import { findCohort } from "../../../find";

export type Params = { cohort: string; id: string };

/** The participant of the address with where they stand, for those who manage the cohort. */
export async function findStanding({ cohort: cohortId, id }: Params, page = "") {
  const address = `/participants/${encodeURIComponent(id)}/status${page}`;
  const { actor, cohort } = await findCohort(cohortId, address);
  const at = now();
  const found = (await standingOf(actor, cohort.id, id, at)) ?? notFound();
  const file = `/staff/cohorts/${cohort.id}/participants/${id}`;
  return { actor, at, cohort, file, home: `${file}/status`, ...found };
}
