import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { hasException, recordException } from "@/lib/engagement/assessment-exception";
import { contactsWith } from "@/lib/engagement/contacts";
import { enterFor } from "@/lib/engagement/enter-for";
import { excuse } from "@/lib/engagement/excuse";
import { participantForStaff } from "@/lib/engagement/participant";
import { milestoneDetail, participantOverview } from "@/lib/engagement/queries";
import { type EntryInput, NO_RECORD } from "@/lib/engagement/schema-entries";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { TIMELINE_KINDS, timelineQuestion } from "@/lib/participant-file/schema";
import { timelineOf } from "@/lib/participant-file/timeline";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";

/** What staff enter, put right, excuse and allow in somebody's file, and the file's timeline. */

const AT = new Date("2026-11-23T09:00:00Z");
type Participant = Actor & { enrolmentId: string };
let ruth: Actor;
let owen: Actor;
let amara: Participant;
let ben: Participant;
let chidi: Participant;
let cohortId: string;
let session: string;

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  const other = await startCohort(admin, programmeId, later);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  [amara, ben, chidi] = (await enrolled(admin, cohortId, participants.slice(0, 3))) as [
    Participant,
    Participant,
    Participant,
  ];
  session = await milestoneId(cohortId, 5);
});

const whom = (who = amara, milestone = session) => ({
  cohortId,
  enrolmentId: who.enrolmentId,
  milestoneId: milestone,
});
const entry = (part: Partial<EntryInput> = {}): EntryInput => ({
  replaces: NO_RECORD,
  minutes: 60,
  happenedOn: "2026-06-25",
  reason: "She came by train and missed the first half.",
  formKey: randomUUID(),
  ...part,
});
const records = (who = amara) =>
  db.engagementRecord.findMany({ where: { enrolmentId: who.enrolmentId }, orderBy: { recordedAt: "asc" } });
const tally = (who = amara) =>
  db.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId: who.enrolmentId, milestoneId: session } },
  });
const audited = (action: string) => db.auditEntry.count({ where: { action } });

describe("what staff enter for somebody", () => {
  test("is a record with its reason, made once for one form, and then put right by a new one", async () => {
    const first = entry();
    await Promise.all([enterFor(ruth, whom(), first, AT), enterFor(ruth, whom(), first, AT)]);
    const [made, ...none] = await records();
    expect(none).toEqual([]);
    expect(made).toMatchObject({
      minutes: 60,
      source: "staff_entry",
      note: first.reason,
      recordedById: ruth.userId,
    });
    expect(await audited("record.entered")).toBe(1);
    const again = entry({ replaces: made?.id ?? "", minutes: 90, reason: "The register shows 90." });
    await enterFor(ruth, whom(), again, new Date(AT.getTime() + 60_000));
    expect(await tally()).toMatchObject({ minutesRecorded: 90 });
    expect(await records()).toHaveLength(2);
    expect(await audited("record.put_right")).toBe(1);
    await expect(enterFor(ruth, whom(), entry({ replaces: made?.id ?? "" }), AT)).rejects.toThrow(
      StaleVersion,
    );
  });

  test("is refused to everybody else, for more than there is, and before the cohort's start", async () => {
    await expect(enterFor(owen, whom(), entry(), AT)).rejects.toThrow(NotFound);
    await expect(enterFor(amara, whom(), entry(), AT)).rejects.toThrow(NotFound);
    await expect(enterFor(ruth, whom(amara, randomUUID()), entry(), AT)).rejects.toThrow(NotFound);
    await expect(enterFor(ruth, whom(ben), entry({ minutes: 9_000 }), AT)).rejects.toThrow(FieldProblem);
    await expect(enterFor(ruth, whom(ben), entry({ happenedOn: "2026-01-01" }), AT)).rejects.toThrow(
      FieldProblem,
    );
    expect(await records(ben)).toEqual([]);
  });
});

describe("excusing", () => {
  const give = (granted: "yes" | "no", who = ruth) =>
    excuse(who, whom(ben), { granted, reason: "He was abroad for his school." }, AT);

  test("makes it not required, is a fact with its reason, and can be taken back", async () => {
    await expect(give("yes", owen)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([give("yes"), give("yes")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await tally(ben)).toMatchObject({ required: false });
    const seen = await participantForStaff(ruth, cohortId, ben.enrolmentId, AT);
    expect(seen?.milestones.find(({ id }) => id === session)?.state).toBe("not_required");
    await expect(give("yes")).rejects.toThrow(WrongState);
    await give("no");
    expect(await tally(ben)).toMatchObject({ required: true });
    expect(await audited("milestone.excused")).toBe(1);
    expect(await audited("milestone.required_again")).toBe(1);
    await expect(db.milestoneExcusal.deleteMany({})).rejects.toThrow();
  });

  test("names the module where a title alone could be of any", async () => {
    const audit = await milestoneId(cohortId, 3);
    await excuse(ruth, whom(chidi, audit), { granted: "yes", reason: "You joined later." }, AT);
    const [letter] = await db.outboxMessage.findMany({ where: { toAddress: chidi.email } });
    expect([letter?.template, letter?.subject]).toEqual([
      "milestone-excusal",
      "Excused: Learning audit, module 1",
    ]);
  });

  test("is told to the participant with its reason, once each time, and stands on their page", async () => {
    const letters = () =>
      db.outboxMessage.findMany({
        where: { toAddress: ben.email, template: "milestone-excusal" },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { subject: true, text: true },
      });
    const page = async () => (await milestoneDetail(ben, session, AT))?.excusal;
    // What the test before said: of two at once one counted.
    expect((await letters()).map(({ subject }) => subject.split(":")[0])).toEqual([
      "Excused",
      "Required again",
    ]);
    for (const { text } of await letters()) {
      expect(text).toContain("Why: He was abroad for his school.");
      expect(text).toContain(ruth.name);
    }
    expect(await page()).toMatchObject({ excused: false, day: "2026-11-23" });
    const reason = "The school was closed by floods.";
    await excuse(ruth, whom(ben), { granted: "yes", reason }, AT);
    expect(await page()).toEqual({ excused: true, reason, by: ruth.name, day: "2026-11-23" });
    expect((await participantOverview(ben, AT))?.changes).toContainEqual(
      expect.objectContaining({ kind: "excusal", detail: "excused", by: ruth.name, milestoneId: session }),
    );
    // Nobody else's page has it, and who has no access any more hears nothing.
    expect((await milestoneDetail(amara, session, AT))?.excusal).toBeNull();
    await db.user.update({ where: { id: ben.userId }, data: { accessEndedAt: AT } });
    await give("no");
    expect(await letters()).toHaveLength(3);
    await db.user.update({ where: { id: ben.userId }, data: { accessEndedAt: null } });
  });

  test("is over in an archived cohort, for who has deferred too", async () => {
    const archived = (archivedAt: Date | null) =>
      db.cohort.update({ where: { id: cohortId }, data: { archivedAt } });
    const before = await db.milestoneExcusal.count();
    await db.enrolment.update({ where: { id: chidi.enrolmentId }, data: { state: "deferred" } });
    await archived(AT);
    const given = excuse(ruth, whom(chidi), { granted: "yes", reason: "Too late." }, AT);
    await expect(given).rejects.toThrow("This cohort is archived");
    expect(await tally(chidi)).toMatchObject({ required: true });
    expect(await db.milestoneExcusal.count()).toBe(before);
    await archived(null);
    await db.enrolment.update({ where: { id: chidi.enrolmentId }, data: { state: "active" } });
  });

  test("leaves nothing behind where the letter cannot be written", async () => {
    await db.$executeRaw`ALTER TABLE "OutboxMessage" ADD CONSTRAINT broken CHECK (template <> 'milestone-excusal') NOT VALID`;
    const before = await db.milestoneExcusal.count();
    await expect(give("yes")).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE "OutboxMessage" DROP CONSTRAINT broken`;
    expect(await tally(ben)).toMatchObject({ required: true });
    expect(await db.milestoneExcusal.count()).toBe(before);
  });
});

describe("the exception for the assessment", () => {
  const give = (granted: "yes" | "no", who = ruth) =>
    recordException(
      who,
      { cohortId, enrolmentId: amara.enrolmentId },
      { granted, reason: "Long illness in the spring." },
      AT,
    );

  test("stands until it is taken back", async () => {
    await expect(give("yes", owen)).rejects.toThrow(NotFound);
    await expect(give("no")).rejects.toThrow(WrongState);
    const both = await Promise.allSettled([give("yes"), give("yes")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await hasException(db, amara.enrolmentId)).toBe(true);
    expect(await audited("assessment.exception_made")).toBe(1);
  });
});

describe("the timeline", () => {
  const asked = (part: object = {}) => timelineQuestion.parse(part);
  const of = (who: Actor, part: object = {}) => timelineOf(who, cohortId, amara.enrolmentId, asked(part));

  test("tells in one query what happened, newest first, for those who manage the cohort", async () => {
    const spied = vi.spyOn(pg.Client.prototype, "query");
    const timeline = await of(ruth);
    expect(spied.mock.calls.length).toBe(1);
    spied.mockRestore();
    expect(timeline?.entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        "Corrected, entered by staff: 1 h 30 min",
        "Entered by staff: 1 h",
        "May take the assessment below the line",
        "Active",
      ]),
    );
    expect(timeline?.entries.find(({ what }) => what === "Entered by staff: 1 h")?.replaced).toBe(true);
    expect(await of(owen)).toBeNull();
    expect(await of(amara)).toBeNull();
  });

  test("shows each kind by itself", async () => {
    for (const kind of TIMELINE_KINDS) {
      const timeline = await of(ruth, { kind });
      expect(new Set(timeline?.entries.map((each) => each.kind)).size).toBeLessThanOrEqual(1);
    }
    expect((await of(ruth, { kind: "record" }))?.entries).toHaveLength(2);
  });

  test("leaves out e-mails with a way in, and those about another application", async () => {
    const mail = (dedupeKey: string, template: string, secret = false) => ({
      ...{ dedupeKey, template, secret, toAddress: amara.email, subject: dedupeKey },
      ...{ text: "", html: "", createdAt: AT, nextAttemptAt: AT },
    });
    await db.outboxMessage.createMany({
      data: [
        mail("signin:1", "sign-in", true),
        mail("offer:other", "offer-made"),
        mail("dates:1", "dates-changed"),
      ],
    });
    const shown = await of(ruth, { kind: "email" });
    expect(shown?.entries.map(({ about }) => about)).toEqual(["dates:1"]);
  });
});

test("a file asks so many questions, however much there is in it", async () => {
  const asked = async (who: Participant) => {
    const spy = vi.spyOn(pg.Client.prototype, "query");
    await Promise.all([
      participantForStaff(ruth, cohortId, who.enrolmentId, AT),
      contactsWith(ruth, cohortId, who.enrolmentId),
      timelineOf(ruth, cohortId, who.enrolmentId, timelineQuestion.parse({})),
    ]);
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  // Amara's and Ben's hold what the tests above have done, Chidi's nothing.
  expect([await asked(amara), await asked(ben), await asked(chidi)]).toEqual([15, 15, 15]);
});
