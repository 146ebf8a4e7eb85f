import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addPlainDays, londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { cohortAlerts, newlyAtRisk } from "@/lib/engagement/cohort-alerts";
import { contactsWith } from "@/lib/engagement/contacts";
import { heatMap } from "@/lib/engagement/heat-map";
import {
  nudgeTemplatesToEdit,
  previewNudgeTemplate,
  saveNudgeTemplate,
} from "@/lib/engagement/nudge-templates";
import { nudgeSent, nudgesOf, nudgeTemplates, previewNudge } from "@/lib/engagement/nudges";
import { participantOverview } from "@/lib/engagement/queries";
import { recordContact } from "@/lib/engagement/record-contact";
import { engagementQuestion } from "@/lib/engagement/schema";
import { contactForm } from "@/lib/engagement/schema-contacts";
import { nudgeAddress, nudgeForm, nudgeTemplateForm } from "@/lib/engagement/schema-nudges";
import { sendNudge } from "@/lib/engagement/send-nudge";
import { toDateSentence } from "@/lib/engagement/sentences";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { choosePlace } from "@/lib/events/choose-place";
import { scheduleEvent } from "@/lib/events/schedule";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
import { seedLetters } from "@/prisma/seed/engagement";
import { npqel } from "@/prisma/seed/npqel";
import { administrator, enrolled, npqelSaved, SPRING_2026, startCohort, withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

/** What staff do about engagement: alerts, the log of contacts, nudges. */

const NOW = new Date("2026-11-23T09:00:00Z");
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  await seedLetters(admin, NOW);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const other = await startCohort(admin, programmeId, {
    ...{ slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" },
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  people = await enrolled(admin, cohortId, participants);
});

const person = (at: number) => people[at] as Actor & { enrolmentId: string };
const questions = async (work: () => Promise<unknown>) => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
};
const audited = (action: string) => db.auditEntry.count({ where: { action } });

describe("the log of contacts", () => {
  const said = {
    how: "phone",
    happenedOn: "2026-11-20",
    said: "Her trust has merged; she has had no evenings.",
    outcome: "She logs her study by Friday.",
    nextOn: "2026-11-27",
  };
  const entry = (part: object = {}) => contactForm.parse({ ...said, formKey: randomUUID(), ...part });
  const record = (input = entry(), who = ruth, at = 3) =>
    recordContact(who, cohortId, person(at).enrolmentId, input, NOW);
  const log = (who = ruth, at = 3) => contactsWith(who, cohortId, person(at).enrolmentId);

  test("is written by those who manage the cohort, once for one form, and audited", async () => {
    const before = await audited("contact.recorded");
    const input = entry();
    await Promise.all([record(input), record(input)]);
    expect(await log()).toMatchObject([{ ...said, by: "Ruth Calder", live: true, corrects: false }]);
    expect(await audited("contact.recorded")).toBe(before + 1);
    await expect(record(input, ruth, 4)).rejects.toThrow(WrongState);
  });

  test("is put right by a new entry; the old one stays, and only one takes its place", async () => {
    const [first] = (await log()) ?? [];
    const right = () => record(entry({ supersedesId: first?.id, outcome: "She logs it by Monday." }));
    const both = await Promise.allSettled([right(), right()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((both.find(({ status }) => status === "rejected") as PromiseRejectedResult).reason).toBeInstanceOf(
      StaleVersion,
    );
    const entries = (await log()) ?? [];
    expect(entries.map(({ live, corrects }) => [live, corrects])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
    await expect(db.engagementContact.deleteMany()).rejects.toThrow();
  });

  test("is not there for others, nor under another cohort's participant", async () => {
    for (const who of [owen, person(0)]) {
      await expect(record(entry(), who)).rejects.toThrow(NotFound);
      expect(await log(who)).toBeNull();
    }
    for (const id of ["x", randomUUID()])
      await expect(recordContact(ruth, cohortId, id, entry(), NOW)).rejects.toThrow(NotFound);
    await expect(record(entry({ supersedesId: randomUUID() }))).rejects.toThrow(NotFound);
    await expect(record(entry({ happenedOn: "2026-11-24", nextOn: "" }))).rejects.toThrow(FieldProblem);
    const wrong = { ...said, how: "pigeon", nextOn: "2026-11-20", said: " ", formKey: randomUUID() };
    const problems = contactForm.safeParse(wrong).error?.issues.map(({ path }) => path[0]);
    expect(problems).toEqual(expect.arrayContaining(["how", "said"]));
    const early = contactForm.safeParse({ ...said, nextOn: "2026-11-20", formKey: randomUUID() });
    expect(early.error?.issues.map(({ path }) => path[0])).toEqual(["nextOn"]);
  });
});

describe("the early alerts", () => {
  const alerts = (asked: object = {}, who = ruth, at = NOW) =>
    cohortAlerts(who, cohortId, { show: "any", page: 1, ...asked }, at);

  test("hold those who need a word, the most urgent first, with the last contact", async () => {
    const list = await alerts();
    expect(list?.total).toBe(people.length);
    const reasons = list?.rows[0]?.alerts.map(({ reason }) => reason);
    expect(reasons).toEqual(["unreachable", "below", "overdue", "quiet"]);
    expect(list?.rows.find(({ fullName }) => fullName === person(3).name)?.contact).toMatchObject({
      by: "Ruth Calder",
      outcome: "She logs it by Monday.",
    });
    expect((await alerts({ show: "unreachable" }))?.total).toBe(list?.counts.unreachable);
  });

  test("leave out who is not taking part", async () => {
    const { enrolmentId } = person(5);
    await db.enrolment.update({ where: { id: enrolmentId }, data: { state: "deferred" } });
    expect((await alerts())?.rows.some((row) => row.enrolmentId === enrolmentId)).toBe(false);
    await db.enrolment.update({ where: { id: enrolmentId }, data: { state: "active" } });
  });

  test("those newly at risk are told to the cohort's managers, on the day and the day after", async () => {
    // The first thing that closes is the residential, on 31 May; nothing was recorded of anybody.
    const day = (date: string) => newlyAtRisk(ruth, new Date(`${date}T09:00:00Z`), 5);
    const closed = await day("2026-06-01");
    // With one of them Ruth has been in touch (above).
    expect(closed.total).toBe(people.length - 1);
    expect(closed.people).toHaveLength(5);
    expect(closed.people[0]).toMatchObject({ cohortName: "NPQEL, Spring 2026", cohortId });
    expect((await day("2026-06-03")).people.flatMap(({ reasons }) => reasons)).not.toContain("below");
    const nobody = { people: [], total: 0, upToDate: true };
    expect(await newlyAtRisk(owen, NOW)).toEqual(nobody);
    expect(await newlyAtRisk(person(0), NOW)).toEqual(nobody);
  });

  test("are there for nobody else; five questions a page", async () => {
    for (const who of [owen, person(0)]) expect(await alerts({}, who)).toBeNull();
    await alerts();
    expect(await questions(() => alerts())).toBe(5);
  });
});

describe("the heat map", () => {
  const map = (who = ruth) => heatMap(who, cohortId, engagementQuestion.parse({}), NOW);

  test("shows everybody's milestones and how many have done each; five questions a page", async () => {
    const shown = await map();
    expect(shown?.rows[0]?.states).toHaveLength(shown?.columns.length ?? 0);
    const [first] = shown?.columns ?? [];
    expect(shown?.done[first?.milestoneId ?? ""]).toEqual({ done: 0, of: people.length });
    expect(await questions(() => map())).toBe(5);
    for (const who of [owen, person(0)]) expect(await map(who)).toBeNull();
  });
});

describe("a nudge", () => {
  const words = {
    subject: "Your NPQ, {first name}",
    body: "Hello {first name},\n\nOverdue: {overdue}.\n\n{engagement}",
  };
  const form = (ids: string[], part: object = {}) => {
    const input = { ...words, to: ids.join(","), step: "send", formKey: randomUUID(), ...part };
    const { step: _, ...rest } = nudgeForm.parse(input);
    return rest;
  };
  const ids = (...at: number[]) => at.map((each) => person(each).enrolmentId);
  const letters = () => db.outboxMessage.count({ where: { template: "nudge" } });

  test("is read before it is sent, with each one's own figures; who is away is left out and named", async () => {
    await db.enrolment.update({ where: { id: person(6).enrolmentId }, data: { state: "deferred" } });
    const preview = await previewNudge(ruth, cohortId, form([...ids(0, 6), randomUUID()]), NOW);
    expect(preview.left).toEqual([{ fullName: person(6).name, why: "has deferred" }]);
    expect(preview.letters).toHaveLength(1);
    const figures = (await participantOverview(person(0), NOW))?.engagement;
    expect(preview.letters[0]).toMatchObject({ to: person(0).email, subject: "Your NPQ, Amara" });
    expect(preview.letters[0]?.text).toContain("Hello Amara,\n\nOverdue: Residential 1,");
    expect(preview.letters[0]?.text).toContain(figures && toDateSentence(figures));
    expect(await letters()).toBe(0);
  });

  test("does not go to who cannot sign in any more, and says so", async () => {
    const user = (accessEndedAt: Date | null) =>
      db.user.update({ where: { id: person(1).userId }, data: { accessEndedAt } });
    await user(NOW);
    const preview = await previewNudge(ruth, cohortId, form(ids(0, 1)), NOW);
    expect(preview.letters.map(({ fullName }) => fullName)).toEqual([person(0).name]);
    expect(preview.left).toEqual([{ fullName: person(1).name, why: "cannot sign in any more" }]);
    await expect(sendNudge(ruth, cohortId, form(ids(1)), NOW)).rejects.toThrow(WrongState);
    await user(null);
  });

  test("goes once to each, however often and at once it is sent; who wrote what to whom is kept", async () => {
    const input = form(ids(0, 1, 6));
    const sent = await Promise.all([1, 2, 3].map(() => sendNudge(ruth, cohortId, input, NOW)));
    expect(new Set(sent).size).toBe(1);
    expect(await letters()).toBe(2);
    expect(await audited("nudge.sent")).toBe(1);
    const kept = await nudgeSent(ruth, cohortId, sent[0] ?? "");
    expect(kept?.rows.map(({ fullName }) => fullName)).toEqual(["Amara Okafor", "Ben Lister"]);
    expect(kept?.rows[0]?.text).toContain("Hello Amara,");
    expect(await nudgesOf(ruth, cohortId)).toMatchObject([{ by: "Ruth Calder", letters: 2 }]);
    await expect(db.nudgeLetter.deleteMany()).rejects.toThrow();
  });

  test("is not said to be sent when the form that sent one comes back with other words; nobody is chosen twice", async () => {
    const [id = ""] = ids(4);
    const input = form([id, id.toUpperCase()]);
    expect(input.to).toEqual([id]);
    const before = await letters();
    const first = await sendNudge(ruth, cohortId, input, NOW);
    expect(await sendNudge(ruth, cohortId, input, NOW)).toBe(first);
    for (const part of [{ subject: "Once more" }, { body: "Once more" }])
      await expect(sendNudge(ruth, cohortId, { ...input, ...part }, NOW)).rejects.toThrow(WrongState);
    expect(await letters()).toBe(before + 1);
    expect(nudgeAddress.parse({ p: [id, id.toUpperCase(), "x"] }).p).toEqual([id]);
  });

  test("broken off, leaves nothing; sent again, everything", async () => {
    const input = form(ids(2, 3));
    const before = await letters();
    // The last statement of the act fails: as much as a server that dies just before the commit.
    await db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT broken CHECK (action <> 'nudge.sent') NOT VALID`;
    await expect(sendNudge(ruth, cohortId, input, NOW)).rejects.toThrow();
    expect([await letters(), (await nudgesOf(ruth, cohortId))?.length]).toEqual([before, 2]);
    await db.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT broken`;
    await sendNudge(ruth, cohortId, input, NOW);
    expect(await letters()).toBe(before + 2);
  });

  test("is refused to others, to nobody, and with words that cannot be filled in", async () => {
    for (const who of [owen, person(0)]) {
      await expect(sendNudge(who, cohortId, form(ids(0)), NOW)).rejects.toThrow(NotFound);
      await expect(previewNudge(who, cohortId, form(ids(0)), NOW)).rejects.toThrow(NotFound);
      expect([await nudgesOf(who, cohortId), await nudgeTemplates(who, cohortId)]).toEqual([null, null]);
      expect(await nudgeSent(who, cohortId, randomUUID())).toBeNull();
    }
    await expect(sendNudge(ruth, cohortId, form(ids(6)), NOW)).rejects.toThrow(WrongState);
    await expect(sendNudge(ruth, cohortId, form([randomUUID()]), NOW)).rejects.toThrow(WrongState);
    const long = form(ids(0), { subject: "{overdue}{overdue}{overdue}" });
    await expect(sendNudge(ruth, cohortId, long, NOW)).rejects.toThrow(FieldProblem);
    // What cannot be sent is not shown as if it could.
    await expect(previewNudge(ruth, cohortId, long, NOW)).rejects.toThrow(FieldProblem);
    await expect(previewNudgeTemplate(ruth, "npqel", long, NOW)).rejects.toThrow(FieldProblem);
    const problem = (part: object) =>
      nudgeForm.safeParse({ ...words, to: ids(0)[0], formKey: randomUUID(), ...part }).error?.issues[0];
    expect(problem({ body: "Hello {surname}" })?.message).toContain("{surname} cannot be filled in");
    expect(problem({ to: "" })?.message).toBe("Tick somebody first");
    expect(problem({ to: Array.from({ length: 51 }, () => randomUUID()).join(",") })?.message).toContain(
      "50",
    );
  });

  test("says which places are still to be chosen, and where to write to", async () => {
    const rows = await db.milestone.findMany({
      where: { cohortId, kind: "residential" },
      orderBy: { number: "asc" },
    });
    const [first, second] = rows;
    const event = (milestoneId = "", day: string) =>
      scheduleEvent(
        ruth,
        {
          ...{ cohortId, milestoneId, title: "Residential", place: "Manchester", facilitatorId: null },
          ...{ byChoice: true, capacity: 10, choiceUntil: addPlainDays(day, -30) },
          startsAt: londonTime(day, "10:00"),
          endsAt: londonTime(day, "16:00"),
        },
        londonTime("2026-04-20", "09:00"),
      );
    // One is over, one is ahead.
    await event(first?.id, "2026-05-30");
    const eventId = await event(second?.id, "2027-03-06");
    const input = () => form(ids(0, 1), { body: "{places to choose} {contact}" });
    const texts = async () =>
      (await previewNudge(ruth, cohortId, input(), NOW)).letters.map(({ text }) => text);
    const { title } = second ?? {};
    const to = npqel.programme.contactEmail;
    expect(await texts()).toEqual([`${title} ${to}`, `${title} ${to}`]);
    await choosePlace(person(0), { eventId, wait: false, access: "", dietary: "" }, NOW);
    expect(await texts()).toEqual([`nothing at the moment ${to}`, `${title} ${to}`]);
  });
});

describe("templates", () => {
  const slug = "npqel";
  const words = {
    name: "After half-term",
    subject: "Your NPQEL, {first name}",
    body: "Hello {first name},\n\n{engagement}",
  };
  const input = (part: object = {}) => {
    const { step: _, ...rest } = nudgeTemplateForm.parse({
      ...words,
      ...{ reason: "", offered: "yes", version: "0", formKey: randomUUID(), ...part },
    });
    return rest;
  };
  const list = async (who = ruth) => (await nudgeTemplatesToEdit(who, slug))?.templates ?? [];
  const named = async (name: string) => {
    const found = (await list()).find((each) => each.name === name);
    if (!found) throw new Error(`There is no template ${name}`);
    return found;
  };

  test("NPQEL has its own, for each reason and for places, of words that can all be filled in", async () => {
    const templates = (await nudgeTemplates(ruth, cohortId)) ?? [];
    expect(templates.map(({ reason }) => reason)).toEqual(["below", "overdue", "quiet", "unreachable", null]);
    for (const { subject, body } of templates)
      nudgeForm.parse({ subject, body, to: person(0).enrolmentId, formKey: randomUUID() });
  });

  test("are added once for one form, at the end, and changed word by word in the audit log", async () => {
    const one = input();
    await Promise.all([1, 2].map(() => saveNudgeTemplate(ruth, slug, null, one, NOW)));
    expect((await list()).map(({ name }) => name).slice(-1)).toEqual([words.name]);
    expect(await list()).toHaveLength(6);
    const { id, version } = await named(words.name);
    const change = (part: object) => saveNudgeTemplate(ruth, slug, id, input({ version, ...part }), NOW);
    // Of two who change it from the same page one is told.
    const both = await Promise.allSettled([change({ subject: "One" }), change({ subject: "Two" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const rejected = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(rejected.reason).toBeInstanceOf(StaleVersion);
    const { subject } = await named(words.name);
    const entries = await db.auditEntry.findMany({
      where: { action: "nudge_template.saved", actorId: ruth.userId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [null, { ...words, reason: null, offered: true }],
      [
        { name: words.name, subject: words.subject },
        { name: words.name, subject },
      ],
    ]);
  });

  test("are not said to be saved when the form that added one comes back with other words", async () => {
    const one = input({ name: "Sent twice" });
    await saveNudgeTemplate(ruth, slug, null, one, NOW);
    await saveNudgeTemplate(ruth, slug, null, one, NOW);
    for (const part of [{ subject: "Other words" }, { offered: "no" as const }])
      await expect(saveNudgeTemplate(ruth, slug, null, { ...one, ...part }, NOW)).rejects.toThrow(WrongState);
    const { id, version } = await named("Sent twice");
    // Saved as it stands, it is no change that the audit log would tell of.
    const entries = await audited("nudge_template.saved");
    await saveNudgeTemplate(ruth, slug, id, { ...one, version }, NOW);
    expect(await audited("nudge_template.saved")).toBe(entries);
    expect(await named("Sent twice")).toMatchObject({ version });
    expect((await list()).filter(({ name }) => name === "Sent twice")).toMatchObject([
      { subject: one.subject },
    ]);
    await db.nudgeTemplate.delete({ where: { id } });
  });

  test("that are not offered any more are not begun with, and can be again", async () => {
    const { id, version } = await named(words.name);
    await saveNudgeTemplate(ruth, slug, id, input({ version, offered: "no", reason: "quiet" }), NOW);
    expect((await named(words.name)).offered).toBe(false);
    expect((await nudgeTemplates(ruth, cohortId))?.map(({ name }) => name)).not.toContain(words.name);
    await saveNudgeTemplate(ruth, slug, id, input({ version: version + 1 }), NOW);
    expect((await nudgeTemplates(ruth, cohortId))?.map(({ name }) => name)).toContain(words.name);
  });

  test("are read as somebody would read them, and nothing is sent", async () => {
    const before = await db.outboxMessage.count();
    await cohortAlerts(ruth, cohortId, { show: "any", page: 1 }, NOW);
    const letters = await previewNudgeTemplate(ruth, slug, words, NOW);
    expect(letters.length).toBeGreaterThanOrEqual(1);
    const [first] = letters;
    expect(first?.subject).toBe(`Your NPQEL, ${first?.fullName.split(" ")[0]}`);
    expect(first?.text).not.toContain("{");
    expect(await db.outboxMessage.count()).toBe(before);
    // Owen's cohort has nobody yet.
    expect(await previewNudgeTemplate(owen, slug, words, NOW)).toEqual([]);
    // Somebody of a cohort that has not begun says nothing of how the words read, while another runs.
    const admin = await administrator();
    const later = await db.cohort.findFirstOrThrow({ where: { slug: "spring-2027" } });
    await enrolled(admin, later.id, [
      { name: "Early Bird", email: "early.bird@example.org", workplace: "Tidewell Trust", jobTitle: "Head" },
    ]);
    const of = async (who: Actor) =>
      (await previewNudgeTemplate(who, slug, words, NOW)).map(({ fullName }) => fullName);
    expect(await of(admin)).not.toContain("Early Bird");
    expect(await of(owen)).toEqual(["Early Bird"]);
  });

  test("are refused with clear words, and not there for others", async () => {
    const problem = (part: object) =>
      nudgeTemplateForm.safeParse({ ...words, reason: "", offered: "yes", version: "0", ...part }).error
        ?.issues[0];
    expect(problem({ body: "Hello {surname}" })?.message).toBe(
      "{surname} cannot be filled in: use {first name}, {overdue}, {engagement}, {places to choose}, {contact}",
    );
    expect(problem({ subject: "Hello {first name" })?.message).toContain("A brace stands alone");
    expect(problem({ body: "Hello }" })?.message).toContain("A brace stands alone");
    for (const part of [
      { reason: "bored" },
      { offered: "maybe" },
      { name: " " },
      { version: "-1" },
      { programmeId: "x" },
    ])
      expect(problem(part), JSON.stringify(part)).toBeDefined();
    const { id } = await named(words.name);
    const priya = await withRole(await administrator(), facilitators[0], "facilitator");
    for (const who of [priya, person(0)]) {
      expect(await nudgeTemplatesToEdit(who, slug)).toBeNull();
      for (const at of [null, id])
        await expect(saveNudgeTemplate(who, slug, at, input(), NOW)).rejects.toThrow(NotFound);
      await expect(previewNudgeTemplate(who, slug, words, NOW)).rejects.toThrow(NotFound);
    }
    for (const at of ["x", randomUUID()])
      await expect(saveNudgeTemplate(ruth, slug, at, input(), NOW)).rejects.toThrow(NotFound);
    for (const forged of ["nothing", { not: "" }, null])
      await expect(saveNudgeTemplate(ruth, forged as string, id, input(), NOW)).rejects.toThrow(NotFound);
  });
});
