import type { Actor } from "../auth/actor";
import type { Tx } from "../db";

/** A participant who moves from one enrolment to the next, and which milestone there is which here. */
export type Moving = {
  fromId: string;
  toId: string;
  toCohortId: string;
  toCohortName: string;
  /** Milestones of the cohort that is left, to those of the same kind, module and number in the other. */
  matched: ReadonlyMap<string, string>;
};

/**
 * What an area does with what is on its way when a participant moves (decision 0015): take it along, or close it with
 * words. Inside the transaction of the step that moves them, which authorises and holds the enrolment.
 */
export type GoesAlong = (tx: Tx, actor: Actor, moving: Moving, at: Date) => Promise<void>;
