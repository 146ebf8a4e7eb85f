import { type Actor, hasRole, managesCohort } from "../auth/actor";

/** What a policy about an event's register needs to know of the event. */
export type RegisteredEvent = {
  cohortId: string;
  facilitatorId: string | null;
  peerGroup: { facilitatorId: string | null } | null;
};

/** The event's facilitator, its group's, and whoever manages the cohort see and take its register. */
export function canTakeRegister(actor: Actor, event: RegisteredEvent): boolean {
  if (managesCohort(actor, event.cohortId)) return true;
  if (!hasRole(actor, "facilitator")) return false;
  return event.facilitatorId === actor.userId || event.peerGroup?.facilitatorId === actor.userId;
}
