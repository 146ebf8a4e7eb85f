import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { type ParticipantForStaff, participantForStaff } from "../engagement/participant";
import type { MilestoneState } from "../engagement/schema";
import type { EnrolmentState } from "../enrolments/schema";
import { canMove } from "../enrolments/states";
import { missingForCompletion } from "./rules";
import { CHANGES, type Change, LEADS_TO, REASON_WORDS } from "./schema";

/** Where a participant stands, how they came there, and what may be done. */
export type Standing = {
  person: Pick<ParticipantForStaff, "enrolmentId" | "fullName" | "email" | "state" | "engagement">;
  thresholdPercent: number;
  /** Newest first. */
  history: {
    to: EnrolmentState;
    reason: string | null;
    effectiveOn: PlainDate;
    by: string;
    on: PlainDate;
    override: string | null;
  }[];
  /** The enrolments that this one goes on from, and that goes on from this one. */
  before: Linked | null;
  after: Linked | null;
  allowed: Change[];
  /** What is open, due soon or overdue today. */
  open: { id: string; title: string; module: number | null; state: MilestoneState }[];
  done: number;
  missing: string[];
};
type Linked = { cohortId: string; enrolmentId: string; cohortName: string };
type Found = { standing: Standing; participant: ParticipantForStaff };

const linked = { select: { id: true, cohort: { select: { id: true, name: true } } } } as const;
const link = (row: { id: string; cohort: { id: string; name: string } } | null): Linked | null =>
  row && { cohortId: row.cohort.id, enrolmentId: row.id, cohortName: row.cohort.name };
const OPEN: readonly MilestoneState[] = ["open", "due_soon", "overdue"];

/** A participant's standing for those who manage the cohort; null for everybody else. Four queries. */
export async function standingOf(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
  at: Date,
): Promise<Found | null> {
  const participant = await participantForStaff(actor, cohortId, enrolmentId, at);
  if (!participant) return null;
  const row = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      cohort: { select: { archivedAt: true } },
      continues: linked,
      continuedBy: linked,
      statusChanges: {
        select: {
          toState: true,
          reasonCode: true,
          effectiveOn: true,
          at: true,
          override: true,
          by: { select: { name: true } },
        },
        orderBy: [{ at: "desc" }, { id: "desc" }],
      },
    },
  });
  const { milestones, engagement: figures, fullName, email, state } = participant;
  const standing: Standing = {
    person: { enrolmentId, fullName, email, state, engagement: figures },
    thresholdPercent: figures.thresholdPercent,
    history: row.statusChanges.map(({ toState, reasonCode, effectiveOn, at: when, override, by }) => ({
      to: toState,
      reason: reasonCode && REASON_WORDS[reasonCode as keyof typeof REASON_WORDS],
      effectiveOn: plainDate(effectiveOn),
      by: by?.name ?? "the portal",
      on: dayInLondon(when),
      override,
    })),
    before: link(row.continues),
    after: link(row.continuedBy),
    // Nobody comes back into a cohort that is archived; whoever is still in it may leave it.
    allowed: CHANGES.filter(
      (change) => canMove(state, LEADS_TO[change]) && !(change === "return" && row.cohort.archivedAt),
    ),
    open: milestones
      .filter((each) => OPEN.includes(each.state))
      .map(({ id, title, module, state: is }) => ({ id, title, module, state: is })),
    done: milestones.filter((each) => each.tally.completed).length,
    missing: missingForCompletion(milestones, figures),
  };
  return { standing, participant };
}
