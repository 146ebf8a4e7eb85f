import "server-only";
import type { Tx } from "../db";
import type { Person } from "./apart";

/** What is known of a cohort's active participants, for making groups. */
export type Participant = Person & { peerGroupId: string | null };

/** The register's words for having none. */
const NONE = new Set(["", "not applicable"]);
const known = (text: string | undefined) => (text && !NONE.has(text.toLowerCase()) ? text : null);

/**
 * The active participants of a cohort with what the rules and the mixing look at, by identifier. Region, phase and trust
 * are DfE's, of the school or trust that was chosen from the register in the application; of a workplace typed by hand
 * none is known. A trust has the region of most of its open schools, and a phase where all have the same. Two queries,
 * and a third where somebody works for a trust.
 */
export async function participantsFor(tx: Tx, cohortId: string): Promise<Participant[]> {
  const rows = await tx.enrolment.findMany({
    where: { cohortId, state: "active" },
    select: {
      id: true,
      fullName: true,
      workplace: true,
      peerGroupId: true,
      user: { select: { email: true } },
      mentors: { where: { endedAt: null }, select: { email: true } },
      application: {
        select: {
          workplaceUrn: true,
          workplaceTrust: true,
          sponsorEmail: true,
          mentorEmail: true,
          trust: { select: { name: true } },
          school: { select: { region: true, phase: true, trust: { select: { name: true } } } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  const codes = rows.flatMap(({ application }) => application?.workplaceTrust ?? []);
  const trusts = await trustFacts(tx, [...new Set(codes)]);
  return rows.map(({ id, fullName, workplace, peerGroupId, user, mentors, application }) => {
    const trust = trusts.get(application?.workplaceTrust ?? "");
    const school = application?.school;
    const byHand = application?.workplaceTrust ? null : `named ${workplace.toLowerCase()}`;
    const named = [
      application?.sponsorEmail,
      application?.mentorEmail,
      ...mentors.map(({ email }) => email),
    ].flatMap((email) => (email ? [email.toLowerCase()] : []));
    return {
      id,
      name: fullName,
      email: user.email,
      managers: [...new Set(named)],
      school: application?.workplaceUrn ?? byHand,
      schoolName: workplace,
      trust: application?.trust?.name ?? school?.trust?.name ?? null,
      region: known(school?.region) ?? trust?.region ?? null,
      phase: known(school?.phase) ?? trust?.phase ?? null,
      peerGroupId,
    };
  });
}

async function trustFacts(tx: Tx, codes: string[]) {
  const found = new Map<string, { region: string | null; phase: string | null }>();
  if (codes.length === 0) return found;
  const rows = await tx.school.groupBy({
    by: ["trustCode", "region", "phase"],
    where: { trustCode: { in: codes }, open: true },
    _count: true,
  });
  for (const code of codes) {
    const own = rows.filter(({ trustCode }) => trustCode === code);
    const regions = new Map<string, number>();
    for (const { region, _count } of own) {
      if (known(region)) regions.set(region, (regions.get(region) ?? 0) + _count);
    }
    const most = [...regions].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0];
    const phases = new Set(own.flatMap(({ phase }) => known(phase) ?? []));
    // Somebody who leads across phases is a kind of their own.
    const phase = phases.size === 1 ? [...phases][0] : phases.size > 1 ? "Several phases" : undefined;
    found.set(code, { region: most?.[0] ?? null, phase: phase ?? null });
  }
  return found;
}
