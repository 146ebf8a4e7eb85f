import "server-only";
import { db } from "../db";
import { isId } from "../ids";

/** True when the person is or was a participant. */
export async function hasEnrolment(userId: string): Promise<boolean> {
  if (!isId(userId)) return false;
  return (await db.enrolment.findFirst({ where: { userId }, select: { id: true } })) !== null;
}
