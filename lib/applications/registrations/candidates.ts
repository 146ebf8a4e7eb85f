import "server-only";
import type { Tx } from "../../db";
import type { Candidate } from "./match";

/** The applications, sent ones only, that give one of these TRNs or whose person has one of these addresses. */
export async function candidatesFor(
  tx: Tx,
  asked: readonly { trn: string | null; email: string }[],
): Promise<Candidate[]> {
  const trns = asked.flatMap(({ trn }) => trn ?? []);
  const emails = asked.flatMap(({ email }) => email || []);
  const rows = await tx.application.findMany({
    where: {
      submittedAt: { not: null },
      OR: [{ trn: { in: trns } }, { user: { email: { in: emails } } }],
    },
    select: {
      id: true,
      reference: true,
      cohortId: true,
      state: true,
      trn: true,
      cohort: { select: { name: true, programme: { select: { shortName: true } } } },
      user: { select: { email: true } },
      registrations: { select: { dfeId: true }, take: 1 },
    },
    orderBy: [{ submittedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ cohort, user, registrations, ...row }) => ({
    ...row,
    cohortName: `${cohort.programme.shortName} ${cohort.name}`,
    email: user.email,
    registered: registrations[0]?.dfeId ?? null,
  }));
}

/** Those of many candidates that one registration could belong to: looked up, not searched through for each. */
export function candidatesIndex(candidates: readonly Candidate[]) {
  const byKey = new Map<string, Candidate[]>();
  const add = (key: string, each: Candidate) => byKey.set(key, [...(byKey.get(key) ?? []), each]);
  for (const each of candidates) {
    if (each.trn) add(`trn:${each.trn}`, each);
    add(`email:${each.email}`, each);
  }
  return ({ trn, email }: { trn: string | null; email: string }): Candidate[] => [
    ...new Set([...(byKey.get(`trn:${trn}`) ?? []), ...(byKey.get(`email:${email}`) ?? [])]),
  ];
}
