import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";
import { COHORT, cohortName, requirePeople } from "./queries";
import type { HeldRole, PersonPage } from "./views";

const SHOWN = 20;

/** One person's account, null for nobody: a fixed number of queries. @throws NotFound for whoever is no administrator */
export async function personForStaff(actor: Actor, id: string, at: Date): Promise<PersonPage | null> {
  requirePeople(actor);
  if (!isId(id)) return null;
  const person = await db.user.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      createdAt: true,
      accessEndedAt: true,
      linkAllowedAt: true,
      secondFactor: { select: { confirmedAt: true } },
      roles: {
        orderBy: [{ grantedAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          role: true,
          grantedAt: true,
          endedAt: true,
          cohort: COHORT,
          grantedBy: { select: { name: true } },
        },
      },
      sessions: {
        where: { expiresAt: { gt: at } },
        orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
        take: SHOWN,
        select: { id: true, createdAt: true, lastSeenAt: true, byProvider: true, factorAt: true },
      },
      groupsFacilitated: {
        take: SHOWN,
        orderBy: { id: "desc" },
        select: { id: true, name: true, cohort: COHORT },
      },
      eventsFacilitated: {
        where: { endsAt: { gt: at } },
        take: SHOWN,
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        select: { id: true, title: true, startsAt: true },
      },
      enrolments: {
        orderBy: { enrolledAt: "desc" },
        select: { id: true, state: true, cohortId: true, cohort: COHORT },
      },
      applications: {
        where: { state: { not: "draft" } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: SHOWN,
        select: { id: true, reference: true, state: true },
      },
    },
  });
  if (!person) return null;
  const { secondFactor, roles, sessions, groupsFacilitated, eventsFacilitated, enrolments, ...rest } = person;
  const held: HeldRole[] = roles.map(({ cohort, grantedBy, grantedAt, ...role }) => ({
    ...role,
    cohort: cohortName(cohort),
    since: grantedAt,
    by: grantedBy?.name ?? null,
  }));
  return {
    ...rest,
    factorSince: secondFactor?.confirmedAt ?? null,
    held: held.filter(({ endedAt }) => endedAt === null),
    earlier: held.filter(({ endedAt }) => endedAt !== null),
    sessions: sessions.map(({ createdAt, factorAt, ...session }) => ({
      ...session,
      since: createdAt,
      factorGiven: factorAt !== null,
    })),
    groups: groupsFacilitated.map(({ id: groupId, name, cohort }) => ({
      id: groupId,
      name,
      cohort: cohortName(cohort) ?? "",
      cohortId: cohort.id,
    })),
    events: eventsFacilitated,
    places: enrolments.map(({ cohort, ...place }) => ({ ...place, cohort: cohortName(cohort) ?? "" })),
  };
}
