import "server-only";
import type { Actor } from "../auth/actor";
import { namePerson } from "../auth/people";
import { endOfDayInLondon, plainDate, shortDate } from "../dates";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { StaleVersion, WrongState } from "../errors";
import { receivedEmail } from "./emails";
import { move, ownApplication } from "./move";
import { missing } from "./schema";

/**
 * Sends a draft to be read. Everything required has to be there, and the cohort has to take applications still:
 * until 23:59 in London on its last day. Sent twice, it is sent once and one e-mail goes out.
 */
export async function submitApplication(
  actor: Actor,
  input: { reference: string; version: number },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, input.reference);
    const { cohort } = application;
    if (application.state === "submitted") return;
    if (application.state === "draft" && application.version !== input.version) throw new StaleVersion();
    const closes = cohort.applicationsClose && plainDate(cohort.applicationsClose);
    if (!closes || at > endOfDayInLondon(closes)) {
      throw new WrongState(
        `Applications for ${cohort.name} closed${closes ? ` on ${shortDate(closes)}` : ""}. Your draft is kept.`,
      );
    }
    const answers = await tx.application.findUniqueOrThrow({ where: { id: application.id } });
    const gaps = missing(answers);
    if (gaps.length > 0) {
      throw new WrongState(`Before you send it, fill in ${gaps.map(({ what }) => what).join(", ")}.`);
    }
    await move(tx, application, { move: "submit", by: actor, at, data: { submittedAt: at, declaredAt: at } });
    await namePerson(tx, actor.userId, answers.fullName);
    await queueEmail(
      tx,
      application.user.email,
      receivedEmail({ ...application, fullName: answers.fullName }),
      {
        dedupeKey: `application-received:${application.id}`,
        at,
      },
    );
  });
}
