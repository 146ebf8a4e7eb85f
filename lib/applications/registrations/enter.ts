import "server-only";
import type { Tx } from "../../db";
import { MATCHED_WORDS, type MatchedBy, type ReportLine } from "../schema-registrations";
import { candidatesFor, candidatesIndex } from "./candidates";
import type { Registration } from "./list-file";
import { matchOf } from "./match";

type Where = {
  cohortId: string;
  uploadId: string /** DfE's identifier of the programme. */;
  course: string | null;
};
type Link = { applicationId: string; matchedBy: MatchedBy };

/** Enters the registrations of a list, inside the transaction of its upload, and says what became of each. */
export async function enter(
  tx: Tx,
  { cohortId, uploadId, course }: Where,
  rows: readonly Registration[],
): Promise<ReportLine[]> {
  const earlier = await earlierEntries(tx, rows);
  const meant = candidatesIndex(await candidatesFor(tx, rows));
  const fresh: (Omit<Registration, "line"> & Partial<Link>)[] = [];
  const linked: [id: string, link: Link][] = [];
  const lines = rows.map(({ line, ...row }): ReportLine => {
    const say = (outcome: ReportLine["outcome"], why: string) => ({ line, outcome, why, dfeId: row.dfeId });
    if (row.course && course && row.course !== course)
      return say("wrong", `The course is ${row.course}, and this cohort's is ${course}`);
    const entry = earlier.get(row.dfeId);
    if (entry && entry.upload.cohortId !== cohortId)
      return say("conflict", "This registration was imported for another cohort");
    if (entry?.applicationId) return say("already", "Imported before, and matched");
    const match = matchOf(row, meant(row), cohortId);
    if (match.kind !== "matched") {
      if (!entry) fresh.push(row);
      return say(entry ? "already" : match.kind, entry ? `Still without one. ${match.why}` : match.why);
    }
    const { application, by } = match;
    const link = { applicationId: application.id, matchedBy: by };
    // A second line of this list cannot have the same application.
    application.registered = row.dfeId;
    if (entry) linked.push([entry.id, link]);
    else fresh.push({ ...row, ...link });
    return say("matched", `${application.reference}, by ${MATCHED_WORDS[by]}`);
  });
  await tx.registrationEntry.createMany({ data: fresh.map((row) => ({ ...row, uploadId })) });
  for (const [id, link] of linked) await tx.registrationEntry.update({ where: { id }, data: link });
  return lines;
}

async function earlierEntries(tx: Tx, rows: readonly Registration[]) {
  const entries = await tx.registrationEntry.findMany({
    where: { dfeId: { in: rows.map(({ dfeId }) => dfeId) } },
    select: { id: true, dfeId: true, applicationId: true, upload: { select: { cohortId: true } } },
  });
  return new Map(entries.map((entry) => [entry.dfeId, entry]));
}
