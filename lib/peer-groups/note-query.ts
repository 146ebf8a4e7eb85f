import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";
import { canSeeGroup, facilitates, IN_GROUP } from "./policy";
import { moment } from "./rows";
import type { NotePage } from "./views";

/** How many earlier versions a page shows. */
const MOST_VERSIONS = 100;

/**
 * A note with its earlier versions. As a "member": for those in the group. As "staff": for its facilitator, and those who
 * manage the cohort, who read and do not write. Null for everybody else. A fixed number of queries.
 */
export async function noteOf(actor: Actor, noteId: string, as: "member" | "staff"): Promise<NotePage | null> {
  if (!isId(noteId)) return null;
  const found = await db.peerNote.findUnique({
    where: { id: noteId },
    select: {
      id: true,
      version: true,
      event: { select: { title: true } },
      peerGroup: {
        select: {
          id: true,
          name: true,
          cohortId: true,
          facilitatorId: true,
          members: { where: { userId: actor.userId, state: { in: IN_GROUP } }, select: { state: true } },
        },
      },
      versions: {
        select: { number: true, title: true, body: true, at: true, by: { select: { name: true } } },
        orderBy: { number: "desc" },
        take: MOST_VERSIONS,
      },
    },
  });
  if (!found) return null;
  const { peerGroup: group, event } = found;
  const may = as === "member" ? group.members.length > 0 : canSeeGroup(actor, group);
  if (!may) return null;
  const [now, ...earlier] = found.versions.map(({ at, by, ...version }) => ({
    ...version,
    by: by.name || "Somebody",
    at: moment(at),
  }));
  if (!now) return null;
  return {
    id: found.id,
    groupId: group.id,
    groupName: group.name,
    about: event?.title ?? null,
    version: found.version,
    now,
    earlier,
    canWrite: facilitates(actor, group) || group.members.some(({ state }) => state === "active"),
  };
}
