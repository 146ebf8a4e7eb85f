import "server-only";
import { WrongState } from "../../errors";
import { type Actor, isStaff } from "../actor";
import { sessionUnderWay } from "../session";

/**
 * Whoever may set up a second factor: staff who are signed in, and those whose session waits for nothing but that.
 * @throws WrongState for everybody else, and for whoever is looking at somebody's pages.
 */
export async function settingUp(): Promise<Actor> {
  const session = await sessionUnderWay();
  const may = session?.standing === "in" || session?.standing === "enrol";
  if (!session || !may || !isStaff(session.actor) || session.seen)
    throw new WrongState("You have been signed out, so nothing was saved. Sign in again.");
  return session.actor;
}
