import { acceptOffer } from "@/lib/applications/answer-offer";
import { beginReview, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import { saveDraft } from "@/lib/applications/save-draft";
import type { ApplicationState } from "@/lib/applications/schema";
import type { Answers } from "@/lib/applications/schema-answers";
import { COMMITMENTS, DECLARATIONS } from "@/lib/applications/schema-choices";
import type { Acceptance } from "@/lib/applications/schema-offer";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import * as cast from "@/prisma/seed/cast";
import { ENDORSED, sponsorAnswers } from "@/prisma/seed/endorsing";
import { prompts } from "@/prisma/seed/npqel/prompts";
import { actor, administrator, npqelSaved, startCohort, withRole } from "./cohort";

/** Spring 2027 takes applications, Ruth manages it, and people apply: made through the verbs. */

/** A Monday in November; applications close on Friday 26 March 2027. */
export const MONDAY = new Date("2026-11-23T09:00:00Z");
export const daysLater = (days: number, from = MONDAY) => new Date(from.getTime() + days * 86_400_000);

export type Admissions = {
  admin: Actor;
  /** Manages Spring 2027. */
  ruth: Actor;
  /** Manages another cohort. */
  owen: Actor;
  /** A facilitator, who manages none. */
  priya: Actor;
  programmeId: string;
  cohortId: string;
};

/** The programme with a cohort of that size, and its staff. */
export async function admissions(capacity = 40, fundedPlaces = 10): Promise<Admissions> {
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  const spring = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  const cohortId = await startCohort(admin, programmeId, { ...spring, capacity, fundedPlaces });
  const other = { slug: "spring-2028", name: "Spring 2028", startMonth: "2028-05" };
  const otherId = await startCohort(admin, programmeId, other);
  return {
    admin,
    programmeId,
    cohortId,
    ruth: await withRole(admin, cast.cohortManager, "cohort_manager", cohortId),
    owen: await withRole(admin, cast.otherManager, "cohort_manager", otherId),
    priya: await withRole(admin, cast.facilitators[0], "facilitator"),
  };
}

/** Everything that has to be there before an application can be sent. */
export const FULL: Answers = {
  fullName: "Bashir Noor",
  trn: "4407718",
  dfeRegistration: "registered",
  workplace: "Tidewell Trust",
  workplaceKind: "by_hand",
  workplaceUrn: null,
  workplaceTrust: null,
  workplaceTown: "Larkmouth",
  workplacePostcode: "",
  jobTitle: "Executive headteacher",
  leadershipRole: "executive_head",
  leadershipYears: 9,
  schoolsLed: 2,
  experience: "Head of two schools for six years.",
  fundingRoute: "school_or_trust",
  sponsorName: "Helen Marchbank",
  sponsorEmail: "helen.marchbank@example.org",
  sponsorRole: "line_manager",
  sponsorSees: [],
  mentorIsSponsor: false,
  mentorName: "Graham Tully",
  mentorEmail: "graham.tully@example.org",
  mentorJobTitle: "Chief executive",
  residentialPlaces: ["Manchester", "Oxford"],
  residentialPlace: "Oxford",
  statements: prompts.map((prompt) => ({
    ...prompt,
    body: words(120, `${prompt.key}: two schools for our trust, and a third in September.`),
  })),
  declarations: [...DECLARATIONS],
};

/** All that accepting a place asks for. */
export const ACCEPTANCE: Acceptance = {
  commitments: [...COMMITMENTS],
  invoice: {
    payerName: "Tidewell Trust",
    contactName: "Nora Finch",
    email: "finance@example.org",
    address: "1 Harbour Street\nLarkmouth",
    postcode: "ZT1 1AA",
    purchaseOrder: "PO-118",
  },
};

/** A text of so many words that begins like that. */
export function words(count: number, begin = ""): string {
  const begun = begin.split(" ").filter(Boolean);
  return [...begun, ...Array.from({ length: count - begun.length }, () => "school")].join(" ");
}

let people = 0;

/** Somebody new, so that one test's applications are not another's. */
export async function applicant(): Promise<Actor> {
  people += 1;
  return actor({ name: `Bashir Noor ${people}`, email: `bashir.noor.${people}@example.org` });
}

export type Candidate = { actor: Actor; reference: string; id: string };

/** Somebody new whose application to the cohort has come as far as that, through the verbs; from the review on, endorsed. */
export async function candidateIn(
  state: "draft" | "submitted" | "under_review" | "waitlisted" | "offered" | "accepted",
  { ruth, cohortId }: Admissions,
  {
    fundedPlace = false,
    at = MONDAY,
    endorsed = true,
    answers = {},
  }: { fundedPlace?: boolean; at?: Date; endorsed?: boolean; answers?: Partial<Answers> } = {},
): Promise<Candidate> {
  const person = await applicant();
  const reference = await startApplication(person, { cohortId }, at);
  const { id } = await db.application.findUniqueOrThrow({ where: { reference } });
  const candidate = { actor: person, reference, id };
  if (state === "draft") return candidate;
  await saveDraft(person, { reference, version: 1, ...FULL, fullName: person.name, ...answers }, at);
  await submitApplication(person, { reference, version: 2 }, at);
  if (state === "submitted") return candidate;
  if (endorsed) await sponsorAnswers(id, ENDORSED, at);
  await beginReview(ruth, { applicationId: id, version: 3 }, at);
  if (state === "under_review") return candidate;
  if (state === "waitlisted") {
    await waitlistApplication(ruth, { applicationId: id, version: 4 }, at);
    return candidate;
  }
  await makeOffer(ruth, { applicationId: id, version: 4, fundedPlace }, at);
  if (state === "accepted") await acceptOffer(person, { reference, ...ACCEPTANCE }, at);
  return candidate;
}

/** How far it has come. */
export async function stateOf({ id }: { id: string }): Promise<ApplicationState> {
  return (await db.application.findUniqueOrThrow({ where: { id } })).state;
}

/** The version a page opened now would send. */
export async function versionOf({ id }: { id: string }): Promise<number> {
  return (await db.application.findUniqueOrThrow({ where: { id } })).version;
}

/** The cohort's counters: places held or taken, and how many of them are funded. */
export async function places(cohortId: string): Promise<[taken: number, funded: number]> {
  const cohort = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  return [cohort.placesTaken, cohort.fundedTaken];
}

/** What the counters should be, counted from the offers that stand or were accepted. */
export async function placesCounted(cohortId: string): Promise<[taken: number, funded: number]> {
  const where = { application: { cohortId }, OR: [{ outcome: null }, { outcome: "accepted" as const }] };
  const held = await db.offer.findMany({ where, select: { fundedPlace: true } });
  return [held.length, held.filter(({ fundedPlace }) => fundedPlace).length];
}

/** The audit rows of an application since it was sent on its way, oldest first: "actor: action". */
export async function auditOf({ id }: { id: string }): Promise<string[]> {
  const rows = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  const names = new Map((await db.user.findMany()).map((user) => [user.id, user.email]));
  return rows.map(({ actorId, action }) => `${actorId ? names.get(actorId) : "the portal"}: ${action}`);
}

/** The e-mails to somebody, oldest first, by their template. */
export async function lettersTo({ email }: Actor): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({ where: { toAddress: email }, orderBy: { id: "asc" } });
  return rows.map(({ template }) => template);
}
