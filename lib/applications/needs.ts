import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";

/** What somebody who has a place needs for the residential. */
export type NeedsRow = {
  applicationId: string;
  fullName: string;
  residentialPlace: string | null;
  access: string;
  dietary: string;
};

/**
 * The access and dietary needs of those who have a place in a cohort, for those who run it: its managers and
 * administrators. Null for everybody else. Nobody sees the needs of an application that is still being decided.
 */
export async function needsOfCohort(actor: Actor, cohortId: string): Promise<NeedsRow[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const rows = await db.application.findMany({
    where: {
      cohortId,
      state: "accepted",
      needs: { is: { OR: [{ access: { not: "" } }, { dietary: { not: "" } }] } },
    },
    select: {
      id: true,
      fullName: true,
      residentialPlace: true,
      needs: { select: { access: true, dietary: true } },
    },
    orderBy: [{ residentialPlace: "asc" }, { fullName: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(({ id, needs, ...row }) => ({
    ...row,
    applicationId: id,
    access: needs?.access ?? "",
    dietary: needs?.dietary ?? "",
  }));
}
