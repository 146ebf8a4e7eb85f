import type { Actor } from "@/lib/auth/actor";
import { invite } from "@/lib/auth/invitations";
import { endSession, readSession, startSession } from "@/lib/auth/session-store";
import { beginViewing, endViewing } from "@/lib/auth/viewing/look";
import { londonTime } from "@/lib/dates";
import { inTransaction } from "@/lib/db";

/** A coach who is invited and has not come yet, and the manager's look at a participant's pages. */
export async function seedPeople(
  { admin, manager }: { admin: Actor; manager: Actor },
  looked: { enrolmentId: string; cohortId: string },
): Promise<void> {
  const noor = { email: "noor.haddad@example.org", name: "Noor Haddad" };
  await invite(admin, { ...noor, role: "coach", cohortId: null }, londonTime("2026-11-19", "11:20"));
  const at = londonTime("2026-11-12", "15:05");
  const { token } = await inTransaction((tx) => startSession(tx, manager, null, at));
  const reason = "You asked on the telephone why module 1's evaluation is shown as overdue.";
  await beginViewing(manager, { ...looked, reason, sessionToken: token }, at);
  const looking = await readSession(token, at);
  if (!looking) throw new Error("The manager's session is not there");
  await endViewing(looking.actor, londonTime("2026-11-12", "15:11"));
  await endSession(token);
}
