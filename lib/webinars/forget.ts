import "server-only";
import { db, inTransaction } from "../db";
import { forgetEmails } from "../email/forget";
import { forgottenBefore } from "./states";
import { keyOf } from "./tell";

const AT_ONCE = 100;

/**
 * Deletes registrations twelve months after their webinar, with every e-mail about them: names and addresses are
 * gone, the number of places that were taken stays. Timed work; gives the number of registrations.
 */
export async function forgetRegistrations(at: Date): Promise<number> {
  for (let forgotten = 0; ; ) {
    const old = await db.webinarRegistration.findMany({
      where: { webinar: { endsAt: { lt: forgottenBefore(at) } } },
      select: { id: true },
      take: AT_ONCE,
    });
    if (old.length === 0) return forgotten;
    const ids = old.map(({ id }) => id);
    forgotten += await inTransaction(async (tx) => {
      await forgetEmails(
        tx,
        ids.map((id) => keyOf(id)),
      );
      return (await tx.webinarRegistration.deleteMany({ where: { id: { in: ids } } })).count;
    });
  }
}
