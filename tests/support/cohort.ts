import type { Actor } from "@/lib/auth/actor";
import { appointFirstAdministrator } from "@/lib/auth/first-administrator";
import { actorOf, ensurePerson } from "@/lib/auth/people";
import { grantRole } from "@/lib/auth/roles";
import { publishCohort } from "@/lib/cohorts/publish";
import { db, inTransaction } from "@/lib/db";
import { enrolMany } from "@/lib/enrolments/enrol";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { saveReviewCriteria } from "@/lib/programmes/save-criteria";
import { saveProgramme } from "@/lib/programmes/save-programme";
import { saveStatementPrompts } from "@/lib/programmes/save-prompts";
import { rollForward } from "@/lib/route-map/roll-forward";
import { saveTemplate } from "@/lib/route-map/save-template";
import * as cast from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";

/** NPQEL with a cohort and its people, made through the verbs; the demo's cast plays in tests too. */

export const SET_UP = new Date("2025-02-03T09:00:00Z");
export const ENROLLED = new Date("2026-04-20T09:00:00Z");

type Person = { name: string; email: string };

/** A person with the roles they hold, as the verbs take them. */
export async function actor(person: Person): Promise<Actor> {
  const found = await inTransaction(async (tx) => actorOf(tx, (await ensurePerson(tx, person, SET_UP)).id));
  if (!found) throw new Error(`${person.name} has no access`);
  return found;
}

export async function administrator(): Promise<Actor> {
  const held = await db.roleAssignment.count({ where: { role: "administrator" } });
  if (held === 0) await appointFirstAdministrator(cast.administrator, SET_UP);
  return actor(cast.administrator);
}

/** The programme with its template. */
export async function npqelSaved(admin: Actor): Promise<string> {
  const programmeId = await saveProgramme(admin, npqel.programme, SET_UP);
  await saveTemplate(admin, programmeId, npqel.routeMap, SET_UP);
  await saveStatementPrompts(admin, programmeId, npqel.prompts, SET_UP);
  await saveReviewCriteria(admin, programmeId, npqel.criteria, SET_UP);
  return programmeId;
}

export type CohortPart = {
  slug: string;
  name: string;
  startMonth: string;
  capacity?: number;
  fundedPlaces?: number;
};

export const SPRING_2026: CohortPart = { slug: "spring-2026", name: "Spring 2026", startMonth: "2026-05" };

/** A published cohort that takes applications from September to March before it starts. */
export async function startCohort(admin: Actor, programmeId: string, part: CohortPart): Promise<string> {
  const year = Number(part.startMonth.slice(0, 4));
  const window = { applicationsOpen: `${year - 1}-09-01`, applicationsClose: `${year}-03-26` };
  const size = { capacity: 400, fundedPlaces: 100 };
  const { cohortId } = await rollForward(admin, { programmeId, ...window, ...size, ...part }, SET_UP);
  await publishCohort(admin, { cohortId, version: 1 }, SET_UP);
  return cohortId;
}

/** A manager of the cohort, or somebody with another role. */
export async function withRole(
  admin: Actor,
  person: Person,
  role: "cohort_manager" | "facilitator" | "coach" | "assessor",
  cohortId: string | null = null,
): Promise<Actor> {
  const { userId } = await actor(person);
  await grantRole(admin, { userId, role, cohortId }, SET_UP);
  return actor(person);
}

/** Enrols people in the order given; answers their actors with their enrolments. */
export async function enrolled(
  by: Actor,
  cohortId: string,
  people: readonly (Person & { workplace: string; jobTitle: string; trn?: string })[],
): Promise<(Actor & { enrolmentId: string })[]> {
  const actors = await Promise.all(people.map(actor));
  const rows = people.map(({ name, workplace, jobTitle, trn }, index) => ({
    applicationId: null,
    userId: actors[index]?.userId ?? "",
    cohortId,
    fundedPlace: false,
    fullName: name,
    workplace,
    jobTitle,
    trn: trn ?? null,
  }));
  const ids = await inTransaction((tx) => enrolMany(tx, cohortId, rows, by, ENROLLED));
  return actors.map((each, index) => ({ ...each, enrolmentId: ids[index] ?? "" }));
}

/** The identifier of a cohort's milestone, by its number on the route map. */
export async function milestoneId(cohortId: string, number: number): Promise<string> {
  return (await db.milestone.findUniqueOrThrow({ where: { cohortId_number: { cohortId, number } } })).id;
}

export const SPRING_2025: CohortPart = { slug: "spring-2025", name: "Spring 2025", startMonth: "2025-05" };
export const SPRING_2027: CohortPart = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };

/**
 * Spring 2026 as most tests want it: Ruth manages it, Owen another cohort, Priya and Tom facilitate, and so many of the
 * cast take part.
 */
export async function springWithStaff(count: number, other: CohortPart = SPRING_2027) {
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  const cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const otherId = await startCohort(admin, programmeId, other);
  const ruth = await withRole(admin, cast.cohortManager, "cohort_manager", cohortId);
  const owen = await withRole(admin, cast.otherManager, "cohort_manager", otherId);
  const priya = await withRole(admin, cast.facilitators[0], "facilitator");
  const tom = await withRole(admin, cast.facilitators[1], "facilitator");
  const people = await enrolled(admin, cohortId, cast.participants.slice(0, count));
  return { admin, programmeId, cohortId, otherId, ruth, owen, priya, tom, people };
}

/** A peer learning group of these people. */
export async function groupWith(
  by: Actor,
  group: { cohortId: string; name: string; facilitatorId: string | null },
  people: readonly { enrolmentId: string }[],
  at: Date,
): Promise<string> {
  const peerGroupId = await makePeerGroup(by, group, at);
  const enrolmentIds = people.map(({ enrolmentId }) => enrolmentId);
  await joinPeerGroup(by, { peerGroupId, enrolmentIds }, at);
  return peerGroupId;
}
