import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "../db";
import { queueEmails } from "../email/queue";
import { apologyEmail, type SessionNews } from "./emails-sessions";
import { facilitatorsOf, type Session } from "./sessions";

/** An apology or a visit as the audit log has it; what was written stays out of it. */
export function fact(action: string, { id, cohortId }: Session, enrolmentId: string) {
  return { action, subjectType: "event", subjectId: id, cohortId, after: { enrolmentId } };
}

/** Tells those who run a session what has become of somebody's coming, one e-mail each. */
export async function tellFacilitators(tx: Tx, session: Session, news: SessionNews, at: Date): Promise<void> {
  const step = `peer-session:${randomUUID()}`;
  const message = apologyEmail({ ...session, groupName: session.peerGroup?.name ?? "" }, news);
  const letters = facilitatorsOf(session).map((to, index) => ({
    ...{ to, message },
    // Not by the address, which may be longer than a key.
    dedupeKey: `${step}:${index}`,
  }));
  await queueEmails(tx, letters, at);
}
