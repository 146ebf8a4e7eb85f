import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { participantForStaff } from "@/lib/engagement/participant";
import { findCohort } from "../../find";

export type Params = { cohort: string; id: string };

/** The participant of the address with all that is known of them, for those who manage the cohort. */
export async function findParticipant({ cohort: cohortId, id }: Params, page = "") {
  const { actor, cohort } = await findCohort(cohortId, `/participants/${encodeURIComponent(id)}${page}`);
  const person = (await participantForStaff(actor, cohort.id, id, now())) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}/participants/${id}`;
  return { actor, cohort, person, home, whom: { cohortId: cohort.id, enrolmentId: id } };
}
