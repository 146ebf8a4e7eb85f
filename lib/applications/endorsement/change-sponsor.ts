import "server-only";
import { recordAudit } from "../../audit/record";
import type { Actor } from "../../auth/actor";
import { inTransaction } from "../../db";
import { FieldProblem, StaleVersion, TooMany, WrongState } from "../../errors";
import { ownApplication } from "../find";
import type { SponsorRole } from "../schema-choices";
import { askSponsor } from "./ask";
import { isEndorsed, lockApplication } from "./find";
import { ASKABLE, MOST_RESENDS } from "./states";

/**
 * Names another sponsor after the application was sent, and asks them at once; the link of the one before works no
 * longer. Until it is decided, and not once a sponsor has endorsed it.
 * @throws WrongState, StaleVersion, TooMany, FieldProblem for an address that was asked already or is one's own
 */
export async function changeSponsor(
  actor: Actor,
  input: {
    reference: string;
    version: number;
    sponsorRole: SponsorRole;
    sponsorName: string;
    sponsorEmail: string;
  },
  at: Date,
): Promise<void> {
  const { reference, version, sponsorRole, sponsorName, sponsorEmail } = input;
  await inTransaction(async (tx) => {
    const { id } = await ownApplication(tx, actor, reference);
    await lockApplication(tx, id);
    const application = await ownApplication(tx, actor, reference);
    if (!ASKABLE.includes(application.state) || (await isEndorsed(tx, id)))
      throw new WrongState("The sponsor of this application can no longer be changed.");
    const asked = await tx.endorsement.findMany({
      where: { applicationId: id },
      select: { sponsorEmail: true, askedAt: true },
      orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    });
    // The second of two clicks: it was done by the first.
    const { sponsorEmail: now } = await tx.application.findUniqueOrThrow({
      where: { id },
      select: { sponsorEmail: true },
    });
    if (version === application.version - 1 && sponsorEmail === now) return;
    if (version !== application.version) throw new StaleVersion();
    if (sponsorEmail === application.user.email)
      throw new FieldProblem("sponsorEmail", "Enter your sponsor’s address, not your own");
    if (asked.some((each) => each.sponsorEmail === sponsorEmail))
      throw new FieldProblem("sponsorEmail", "Enter another address: we have written to this one");
    if (new Set(asked.map(({ askedAt }) => askedAt.getTime())).size > MOST_RESENDS)
      throw new TooMany("Sponsors have been asked as often as they can be. Write to us to name another.");
    const { count } = await tx.application.updateMany({
      where: { id, version, state: application.state },
      data: { sponsorRole, sponsorName, sponsorEmail, version: { increment: 1 }, updatedAt: at },
    });
    if (count !== 1) throw new StaleVersion();
    const fact = { action: "application.sponsor_changed", subjectType: "application", subjectId: id };
    await recordAudit(tx, actor, { ...fact, cohortId: application.cohortId }, at);
    await askSponsor(tx, id, at, actor);
  });
}
