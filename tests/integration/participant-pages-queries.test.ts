import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { OWN_IDEA } from "@/lib/alternatives/schema";
import type { Actor } from "@/lib/auth/actor";
import { sessionCookieName } from "@/lib/auth/cookie-names";
import { startSession } from "@/lib/auth/session-store";
import { askForCorrection } from "@/lib/corrections/ask";
import { londonTime } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { logStudy } from "@/lib/engagement/log-study";
import { takeRegister } from "@/lib/engagement/take-register";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { choosePlace } from "@/lib/events/choose-place";
import { scheduleEvent } from "@/lib/events/schedule";
import { submitAudit } from "@/lib/learning-audits/save";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { saveCheckIn, sendCheckIn } from "@/lib/mentoring/write-check-in";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { writeNote } from "@/lib/peer-groups/notes";
import { sendReminders } from "@/lib/reminders/send";
import { participants } from "@/prisma/seed/cast";
import { mentorToken } from "@/prisma/seed/mentor-links";
import { npqel } from "@/prisma/seed/npqel";
import {
  administrator,
  ENROLLED,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { pagesFound } from "../support/matrix-scan";
import { renderWhole } from "../support/render";
import { newRequest, request } from "../support/request";
import { statementsOf } from "../support/statements";

/**
 * What each page of a participant's, and of their mentor's, asks of the database: so many statements and no more, with
 * little there and with much, the session's own included. A new page fails here until it is listed.
 */
const STATEMENTS: Record<string, number> = {
  dashboard: 1,
  "dashboard/calendar": 2,
  "dashboard/changes": 2,
  "dashboard/evaluations/[milestone]": 2,
  "dashboard/events": 7,
  "dashboard/events/[event]": 15,
  "dashboard/events/[event]/giving-up": 15,
  "dashboard/events/[event]/needs": 15,
  "dashboard/events/[event]/place": 15,
  "dashboard/events/[event]/statement": 8,
  "dashboard/events/statement": 8,
  "dashboard/learning-audits": 2,
  "dashboard/learning-audits/[milestone]": 2,
  "dashboard/learning-audits/cohort": 3,
  "dashboard/learning-audits/compare/[module]": 1,
  "dashboard/mentor": 12,
  "dashboard/mentor/[milestone]": 11,
  "dashboard/mentor/change": 12,
  "dashboard/peer-group": 2,
  "dashboard/peer-group/notes/[note]": 7,
  "dashboard/peer-group/notes/new": 2,
  "dashboard/peer-group/sessions/[event]": 2,
  "dashboard/reminders": 6,
  "dashboard/route-map": 1,
  "dashboard/route-map/[milestone]": 11,
  "dashboard/route-map/[milestone]/alternative": 9,
  "dashboard/route-map/[milestone]/correction": 6,
  "dashboard/route-map/[milestone]/records/[record]": 4,
  "dashboard/statement": 2,
  "dashboard/study": 2,
  "mentor/[token]": 9,
  "mentor/[token]/[naming]/[milestone]": 12,
};

/** The clock's day (vitest.config.ts). */
const NOW = londonTime("2026-11-23", "09:00");
const JULY = londonTime("2026-07-03", "09:00");
type Person = Actor & { enrolmentId: string };
let admin: Actor;
let cohortId: string;
let groupId: string;
let amara: Person;
let others: Person[];
/** What the addresses are made of: the parts by their names, and what another page than most has, by page and name. */
const parts: Record<string, string> = {};

// React's own word about hooks outside of a browser's components, which are passed over (render.ts).
const silent = vi.spyOn(console, "error").mockImplementation(() => {});
afterAll(() => silent.mockRestore());

beforeAll(async () => {
  await freshDatabase();
  newRequest();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  for (const form of npqel.evaluations)
    await publishEvaluationForm(admin, { ...form, programmeId }, ENROLLED);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const everybody = await enrolled(admin, cohortId, participants.slice(0, 20));
  [amara, ...others] = everybody as [Person, ...Person[]];
  groupId = await makePeerGroup(admin, { cohortId, name: "Northfold", facilitatorId: null }, ENROLLED);
  await join([amara, ...others.slice(0, 2)]);
  const { token } = await inTransaction((tx) => startSession(tx, amara, null, NOW));
  request.cookies.set(sessionCookieName(), token);

  const number = (which: number) => milestoneId(cohortId, which);
  await study(1);
  parts.milestone = await number(4);
  const [record] = await db.engagementRecord.findMany({ where: { enrolmentId: amara.enrolmentId } });
  parts.record = record?.id ?? "";
  parts["dashboard/learning-audits/[milestone] milestone"] = await number(3);
  parts["dashboard/evaluations/[milestone] milestone"] = await number(9);
  parts["dashboard/mentor/[milestone] milestone"] = await number(7);
  parts["mentor/[token]/[naming]/[milestone] milestone"] = await number(7);
  parts.module = "1";
  const marks = npqel.programme.areas.map(({ key }) => ({ areaKey: key, mark: 3, note: "" }));
  const audit = { milestoneId: await number(3), version: 0, formKey: randomUUID(), marks };
  await submitAudit(amara, audit, JULY);

  const past = await event(5, "2026-06-25", { peerGroupId: groupId });
  const marked = [{ enrolmentId: amara.enrolmentId, attended: false }];
  await takeRegister(admin, { eventId: past, marks: marked }, JULY);
  parts["dashboard/route-map/[milestone]/alternative milestone"] = await number(5);
  parts["dashboard/peer-group/sessions/[event] event"] = await event(12, "2026-12-03", {
    peerGroupId: groupId,
  });
  const induction = await event(34, "2026-05-07", {});
  const there = [{ enrolmentId: amara.enrolmentId, attended: true }];
  await takeRegister(admin, { eventId: induction, marks: there }, JULY);
  parts["dashboard/events/[event]/statement event"] = induction;
  const place = { byChoice: true, choiceUntil: "2027-06-01", capacity: 30 };
  parts.event = await event(24, "2027-07-13", { ...place, place: "Oxford" });
  parts["dashboard/events/[event]/place event"] = await event(24, "2027-07-13", {
    ...place,
    place: "Manchester",
  });
  await choosePlace(amara, { eventId: parts.event ?? "", access: "", dietary: "Vegan", wait: false }, NOW);

  await changeMentor(amara, { enrolmentId: amara.enrolmentId, seen: "", ...MENTOR }, JULY);
  const text = { metOn: "2026-11-20", talkedAbout: "The plan.", nextSteps: "Another one." } as const;
  await saveCheckIn(amara, { milestoneId: await number(7), version: 0, ...text }, NOW);
  await sendCheckIn(amara, { milestoneId: await number(7), version: 1 }, NOW);
  parts.token = await mentorToken(MENTOR.email);
  parts.naming = (await db.npqMentor.findFirstOrThrow({ where: { enrolmentId: amara.enrolmentId } })).id;
  parts.note = await note();
});

const MENTOR = { name: "Helen Marchbank", email: "helen@example.org", jobTitle: "Chief executive" };

async function join(people: Person[]): Promise<void> {
  const enrolmentIds = people.map(({ enrolmentId }) => enrolmentId);
  await joinPeerGroup(admin, { peerGroupId: groupId, enrolmentIds }, ENROLLED);
}
async function study(times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    const piece = { milestoneId: await milestoneId(cohortId, 4), minutes: 10, happenedOn: "2026-06-18" };
    await logStudy(amara, { ...piece, formKey: randomUUID() }, JULY);
  }
}
async function event(number: number, day: string, more: object): Promise<string> {
  const times = { startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") };
  const what = { cohortId, milestoneId: await milestoneId(cohortId, number), place: "Online", ...times };
  return scheduleEvent(admin, { ...what, ...more }, ENROLLED);
}
async function note(): Promise<string> {
  const formKey = randomUUID();
  return writeNote(amara, { groupId, title: "What we said", body: "Words.", eventId: null, formKey }, NOW);
}

/** More of everything that a page of hers shows, but for what its address names. */
async function more(): Promise<void> {
  await study(12);
  await join(others.slice(2, 8));
  for (let index = 0; index < 6; index++) {
    await note();
    await event(12, `2026-12-${10 + index}`, { peerGroupId: groupId });
    await event(13, `2027-01-${10 + index}`, {});
  }
  for (const number of [4, 5, 6, 31]) {
    const ask = { milestoneId: await milestoneId(cohortId, number), said: "Not so.", formKey: randomUUID() };
    await askForCorrection(amara, ask, NOW);
  }
  const idea = {
    option: OWN_IDEA,
    title: "A visit",
    minutes: 60,
    plan: "I go.",
    formKey: randomUUID(),
  } as const;
  await proposeAlternative(amara, { ...idea, milestoneId: await milestoneId(cohortId, 5) }, NOW);
  for (const other of others.slice(0, 6))
    await changeMentor(other, { enrolmentId: other.enrolmentId, seen: "", ...MENTOR }, JULY);
  for (const day of ["2026-11-09", "2026-11-16", "2026-11-23"]) await sendReminders(londonTime(day, "08:30"));
}

const pages = pagesFound().filter((page) => /^(dashboard|mentor)(\/|$)/.test(page));

/** The page's parts, by name: its own, else everybody's. */
function paramsOf(page: string): Record<string, string> {
  const names = [...page.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, parts[`${page} ${name}`] ?? parts[name] ?? ""]));
}

/** What each page cost; in words where it could not be made. */
async function counted(): Promise<Record<string, number | string>> {
  const found: Record<string, number | string> = {};
  for (const page of pages) {
    const { default: Page } = await import(/* @vite-ignore */ `../../app/${page}/page.tsx`);
    const props = { params: Promise.resolve(paramsOf(page)), searchParams: Promise.resolve({}) };
    const cost = statementsOf(async () => renderWhole(await Page(props)));
    found[page] = await cost.catch((error: unknown) => String(error));
  }
  return found;
}

test("each page asks for what it shows in so many statements, with little there and with much", async () => {
  const little = await counted();
  expect(little).toEqual(STATEMENTS);
  await more();
  expect(await counted()).toEqual(STATEMENTS);
});
