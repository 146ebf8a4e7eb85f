import "server-only";
import type { Actor } from "../../auth/actor";
import { countOrRefuse } from "../../auth/rate-limit";
import { dateTimeInLondon } from "../../dates";
import { inTransaction, type Tx } from "../../db";
import { TooMany, WrongState } from "../../errors";
import { type Facts, ownApplication } from "../find";
import { impartialApplication } from "../impartial";
import type { Standing } from "../schema-endorsement";
import { LIMITS } from "./answer";
import { askSponsor } from "./ask";
import { asking, lockApplication, lockedAsking } from "./find";
import { ANSWERABLE, resendFrom, standingOf } from "./states";

/**
 * Sending the link again, to the same address: a new link, with the whole time to answer; the one before it works no
 * longer. Each of the three says which asking they saw, so that a second click sends no second link.
 */

const SETTLED = "The sponsor has answered, or the application is decided: there is nothing to send again.";

/** By the applicant: once a day, and five times in all. */
export async function resendAsApplicant(
  actor: Actor,
  input: { reference: string; seen: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { id } = await ownApplication(tx, actor, input.reference);
    await lockApplication(tx, id);
    const application = await ownApplication(tx, actor, input.reference);
    if (!(await isDue(tx, application, input.seen, ["waiting", "expired"], at))) return;
    await refuseTooMany(tx, application.id, at);
    await askSponsor(tx, application.id, at, actor);
  });
}

/** By staff: as often as needed, also after a sponsor has declined and thought again. */
export async function resendAsStaff(
  actor: Actor,
  input: { applicationId: string; seen: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { id } = await impartialApplication(tx, actor, input.applicationId);
    await lockApplication(tx, id);
    const application = await impartialApplication(tx, actor, id);
    if (!(await isDue(tx, application, input.seen, ["waiting", "expired", "declined"], at))) return;
    await askSponsor(tx, application.id, at, actor);
  });
}

/** By the sponsor, from a link that has run out: to the address it went to, and nowhere else. */
export async function resendAsSponsor(input: { token: string; clientIp: string }, at: Date): Promise<void> {
  await countOrRefuse(
    LIMITS.byNetwork,
    input.clientIp,
    "Too many links were asked for from your network.",
    at,
  );
  await inTransaction(async (tx) => {
    const { row, application } = await lockedAsking(tx, input.token);
    const standing = standingOf(row, application.state, at);
    // The link in the newest e-mail is there already.
    if (standing === "replaced") return;
    if (standing !== "expired") throw new WrongState("This link does not need to be sent again.");
    await refuseTooMany(tx, application.id, at);
    await askSponsor(tx, application.id, at, null);
  });
}

/** False when a newer one was sent since the page was opened. @throws WrongState when there is nothing to send */
async function isDue(
  tx: Tx,
  { id, state }: Facts,
  seen: string,
  from: Standing[],
  at: Date,
): Promise<boolean> {
  if (!ANSWERABLE.includes(state)) throw new WrongState(SETTLED);
  const rows = await tx.endorsement.findMany({
    where: { applicationId: id },
    select: asking,
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
  const latest = rows.find(({ endedAt }) => endedAt === null) ?? rows[0];
  if (!latest) throw new WrongState(SETTLED);
  if (latest.id !== seen) return false;
  if (!from.includes(standingOf(latest, state, at))) throw new WrongState(SETTLED);
  return true;
}

/** @throws TooMany */
export async function refuseTooMany(tx: Tx, applicationId: string, at: Date): Promise<void> {
  const from = resendFrom(await tx.endorsement.findMany({ where: { applicationId }, select: asking }));
  if (!from)
    throw new TooMany("The link has been sent as often as it can be. Write to us to have it sent again.");
  if (from > at) throw new TooMany(`The link can be sent again after ${dateTimeInLondon(from)}.`);
}
