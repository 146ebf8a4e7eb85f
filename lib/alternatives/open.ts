import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { reviewedBy } from "../engagement/reviewers";
import { NotFound, WrongState } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { fullTitle } from "../route-map/schema";
import type { AlternativeState } from "./schema";
import { allows, MOVES, type Move } from "./states";

/** An alternative as a verb finds it, locked. */
export type OpenAlternative = {
  id: string;
  enrolmentId: string;
  milestoneId: string;
  cohortId: string;
  state: AlternativeState;
  title: string;
  minutes: number;
  doneOn: string | null;
  fullName: string;
  email: string;
  /** What it stands in for: "Peer learning group 1". */
  instead: string;
};

/**
 * The alternative for somebody who may make that move: its own participant, or whoever reviews the milestone.
 * NotFound for everybody else, WrongState where the move does not lead on from where it stands.
 */
export async function alternativeFor(tx: Tx, actor: Actor, id: string, move: Move): Promise<OpenAlternative> {
  if (!isId(id)) throw new NotFound();
  // The place before what hangs on it, as whoever moves a participant takes them (./go-along.ts).
  await tx.$queryRaw`
    SELECT 1 FROM "Enrolment" e JOIN "AlternativeActivity" a ON a."enrolmentId" = e.id
    WHERE a.id = ${id}::uuid FOR SHARE OF e`;
  const scope =
    MOVES[move].by === "participant" ? Prisma.sql`e."userId" = ${actor.userId}::uuid` : reviewedBy(actor);
  const [found] = await tx.$queryRaw<
    (Omit<OpenAlternative, "instead"> & { item: string; module: number | null })[]
  >`
    SELECT a.id, a."enrolmentId", a."milestoneId", e."cohortId", a.state::text AS state, a.title, a.minutes,
      to_char(a."doneOn", 'YYYY-MM-DD') AS "doneOn", e."fullName", u.email, m.title AS item, m.module
    FROM "AlternativeActivity" a
    JOIN "Enrolment" e ON e.id = a."enrolmentId"
    JOIN "User" u ON u.id = e."userId"
    JOIN "Milestone" m ON m.id = a."milestoneId"
    WHERE a.id = ${id}::uuid AND ${scope}
    FOR UPDATE OF a FOR SHARE OF e`;
  if (!found) throw new NotFound();
  if (!allows(move, found.state))
    throw new WrongState("This has moved on since you opened it. Reload the page to see where it stands.");
  const { item, module, ...alternative } = found;
  return { ...alternative, instead: fullTitle({ title: item, module }) };
}

/** Moves it, keeps the step as a fact, and writes the audit row. */
export async function moveOn(
  tx: Tx,
  actor: Actor,
  found: OpenAlternative,
  step: { move: Move; data?: Prisma.AlternativeActivityUncheckedUpdateManyInput; words?: string },
  at: Date,
): Promise<void> {
  const { id, state: fromState, enrolmentId, milestoneId, cohortId } = found;
  const toState = MOVES[step.move].to;
  const { count } = await tx.alternativeActivity.updateMany({
    where: { id, state: fromState },
    data: { ...step.data, state: toState },
  });
  if (count !== 1)
    throw new WrongState("Somebody was a moment faster. Reload the page to see where it stands.");
  await tx.alternativeStep.create({
    data: { alternativeId: id, fromState, toState, byId: actor.userId, at, words: step.words || null },
  });
  const fact = {
    action: `alternative.${toState}`,
    subjectType: "enrolment",
    subjectId: enrolmentId,
    cohortId,
  };
  const after = { alternativeId: id, milestoneId, state: toState };
  await recordAudit(tx, actor, { ...fact, before: { state: fromState }, after }, at);
}
