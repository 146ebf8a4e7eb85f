import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction } from "../db";
import { FieldProblem, WrongState } from "../errors";
import { ADDRESS_PROBLEM, normaliseAddress } from "./address";
import { ensurePerson } from "./people";

/** Any number that nothing else locks by. */
const LOCK = 7_201_843;

/**
 * Makes the first administrator, whom nobody can appoint: from the command line or the seed, never from a page.
 * @throws WrongState as soon as there is one: from then on, administrators appoint administrators.
 */
export async function appointFirstAdministrator(
  input: { email: string; name: string },
  at: Date,
): Promise<{ userId: string }> {
  const email = normaliseAddress(input.email);
  if (!email) throw new FieldProblem("email", ADDRESS_PROBLEM);
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    const held = await tx.roleAssignment.count({ where: { role: "administrator", endedAt: null } });
    if (held > 0) throw new WrongState("There is an administrator already. They can appoint others.");
    const person = await ensurePerson(tx, { email, name: input.name }, at);
    await tx.roleAssignment.create({ data: { userId: person.id, role: "administrator", grantedAt: at } });
    const fact = {
      action: "role.granted",
      subjectType: "user",
      subjectId: person.id,
      after: { role: "administrator" },
    };
    await recordAudit(tx, null, fact, at);
    return { userId: person.id };
  });
}
