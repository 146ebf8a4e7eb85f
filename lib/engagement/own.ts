import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { notRecording } from "../enrolments/states";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { type Held, holdTallies } from "./tally";

/** What the verbs by which participants record for themselves have in common. */

/** The viewer's own tally for a milestone, locked. NotFound when the milestone is not on their route map. */
export async function ownTally(tx: Tx, actor: Actor, milestoneId: string): Promise<Held> {
  if (!isId(milestoneId)) throw new NotFound();
  const mine = await tx.enrolmentMilestone.findFirst({
    where: { milestoneId, enrolment: { userId: actor.userId } },
    select: { enrolmentId: true, milestoneId: true },
  });
  if (!mine) throw new NotFound();
  const [held] = await holdTallies(tx, [mine]);
  if (!held) throw new NotFound();
  return held;
}

/** The same for recording: WrongState unless their enrolment is active. */
export async function holdOwn(tx: Tx, actor: Actor, milestoneId: string): Promise<Held> {
  const held = await ownTally(tx, actor, milestoneId);
  const problem = notRecording(held.state);
  if (problem) throw new WrongState(problem);
  return held;
}

/** True when that form has already made its record for this tally; a key that is another's is refused. */
export async function alreadyRecorded(tx: Tx, held: Held, formKey: string): Promise<boolean> {
  const earlier = await tx.engagementRecord.findUnique({
    where: { formKey },
    select: { enrolmentId: true, milestoneId: true },
  });
  if (!earlier) return false;
  if (earlier.enrolmentId === held.enrolmentId && earlier.milestoneId === held.milestoneId) return true;
  throw new WrongState("This form was already used for something else. Reload the page and try again.");
}
