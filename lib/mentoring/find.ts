import "server-only";
import type { Limit } from "../auth/rate-limit";
import { isToken, tokenHash } from "../auth/secrets";
import type { Tx } from "../db";
import { type Held, holdTallies } from "../engagement/tally";
import { NotFound, WrongState } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { fullTitle } from "../route-map/schema";
import type { MentorKind } from "./schema";

/** How verbs and pages find what is a mentor's: by the link that was e-mailed, and nothing beside it. */

export const LIMITS = {
  /** Generous for a trust's office behind one address; saving a draft counts too. */
  byNetwork: { name: "mentors-network", max: 120, windowMinutes: 60 },
  /** Links sent at the wish of mentor or participant; staff may always. */
  linksByAddress: { name: "mentors-links", max: 3, windowMinutes: 24 * 60 },
  sendingsByPerson: { name: "check-ins-sent", max: 10, windowMinutes: 24 * 60 },
} satisfies Record<string, Limit>;

export type LinkRow = { id: string; email: string; expiresAt: Date; endedAt: Date | null };

/** The link that a token belongs to, or null. */
export async function linkByToken(tx: Tx, token: string): Promise<LinkRow | null> {
  if (!isToken(token)) return null;
  return tx.mentorLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { id: true, email: true, expiresAt: true, endedAt: true },
  });
}

export const isOver = ({ expiresAt, endedAt }: LinkRow, at: Date): boolean =>
  endedAt !== null || at > expiresAt;

/** Those who named that address and whose mentor it is now: nobody else is on a mentor's pages. */
export const currentAt = (email: string) =>
  ({
    email,
    endedAt: null,
    enrolment: { state: "active" },
    OR: [{ contact: null }, { contact: { linkWithdrawnAt: null } }],
  }) as const satisfies Prisma.NpqMentorWhereInput;

export type Task = {
  held: Held;
  mentor: { id: string; name: string; email: string };
  fullName: string;
  userEmail: string;
  title: string;
};

/**
 * What a mentor answers by their link, locked until the end of the transaction: the participant's tally, and the
 * mentor's row, so that they do not cease to be the mentor meanwhile.
 * @throws NotFound for what the link does not lead to, WrongState when it has run out
 */
export async function heldTask(
  tx: Tx,
  input: { token: string; naming: string; milestoneId: string; kind: MentorKind },
  at: Date,
): Promise<Task> {
  const { token, naming, milestoneId, kind } = input;
  const link = await linkByToken(tx, token);
  if (!link || !isId(naming) || !isId(milestoneId)) throw new NotFound();
  if (isOver(link, at))
    throw new WrongState("This link has run out, so nothing was saved. Open it again to be sent a new one.");
  const found = await tx.npqMentor.findFirst({
    where: { id: naming, ...currentAt(link.email) },
    select: {
      id: true,
      name: true,
      email: true,
      enrolmentId: true,
      enrolment: { select: { fullName: true, user: { select: { email: true } } } },
    },
  });
  if (!found) throw new NotFound();
  const { enrolmentId, enrolment, ...mentor } = found;
  const [held] = await holdTallies(tx, [{ enrolmentId, milestoneId }]);
  if (held?.kind !== kind || held.state !== "active") throw new NotFound();
  const still = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "NpqMentor" WHERE id = ${mentor.id}::uuid AND "endedAt" IS NULL FOR SHARE`;
  if (still.length === 0) throw new NotFound();
  const { title, module } = await tx.milestone.findUniqueOrThrow({
    where: { id: milestoneId },
    select: { title: true, module: true },
  });
  return {
    held,
    mentor,
    fullName: enrolment.fullName,
    userEmail: enrolment.user.email,
    title: fullTitle({ title, module }),
  };
}
