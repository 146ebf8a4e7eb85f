import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { CHANGES_PAGE_SIZE, changeRows } from "./change-rows";
import type { Change } from "./schema";

/** A page of what others did that concerns the viewer's enrolment in a cohort; whether there is more. One query. */
export async function changesPage(
  actor: Actor,
  enrolmentId: string,
  page: number,
): Promise<{ changes: Change[]; more: boolean }> {
  if (!isId(enrolmentId)) return { changes: [], more: false };
  const span = { from: (page - 1) * CHANGES_PAGE_SIZE, most: CHANGES_PAGE_SIZE + 1 };
  const rows = changeRows(Prisma.sql`own.id`, Prisma.sql`own."userId"`, span);
  const [row] = await db.$queryRaw<{ changes: Change[] }[]>`
    SELECT ${rows} AS changes FROM "Enrolment" own
    WHERE own.id = ${enrolmentId}::uuid AND own."userId" = ${actor.userId}::uuid`;
  const all = row?.changes ?? [];
  return { changes: all.slice(0, CHANGES_PAGE_SIZE), more: all.length > CHANGES_PAGE_SIZE };
}
