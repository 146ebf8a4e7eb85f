import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { handIn, withdrawAlternative } from "@/lib/alternatives/hand-in";
import { judgeAlternative } from "@/lib/alternatives/judge";
import { optionsToEdit, saveOption } from "@/lib/alternatives/options";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { myAlternatives } from "@/lib/alternatives/queries";
import { OWN_IDEA } from "@/lib/alternatives/schema";
import { alternativeCounts, alternativeForStaff, alternativeQueue } from "@/lib/alternatives/staff-queries";
import type { Actor } from "@/lib/auth/actor";
import { answerCorrection } from "@/lib/corrections/answer";
import { askForCorrection } from "@/lib/corrections/ask";
import { correctionForStaff, correctionQueue, myCorrections } from "@/lib/corrections/queries";
import { NEW_RECORD } from "@/lib/corrections/schema";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { changesPage } from "@/lib/engagement/changes";
import { markChangesSeen } from "@/lib/engagement/mark-seen";
import { participantOverview, registerFor } from "@/lib/engagement/queries";
import { recordsFor } from "@/lib/engagement/records-for";
import { statementItems } from "@/lib/engagement/statement";
import { studyLog } from "@/lib/engagement/study-log";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { scheduleEvent } from "@/lib/events/schedule";
import { groupWith, milestoneId, SPRING_2025, springWithStaff } from "../support/cohort";
import { freshDatabase } from "../support/database";

/** Ben missed his group's first session; Dilys was there for half of it; Amara from start to end. */

const AT = new Date("2026-11-23T09:00:00Z");
const JULY = new Date("2026-07-01T09:00:00Z");
type Participant = Actor & { enrolmentId: string };
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let tom: Actor;
let cohortId: string;
let eventId: string;
let session: string;
let optionId: string;
let amara: Participant;
let ben: Participant;
let chidi: Participant;
let dilys: Participant;

beforeAll(async () => {
  await freshDatabase();
  const spring = await springWithStaff(4, SPRING_2025);
  ({ admin, ruth, owen, priya, tom, cohortId } = spring);
  [amara, ben, chidi, dilys] = spring.people as [Participant, Participant, Participant, Participant];
  const northfold = { cohortId, name: "Northfold", facilitatorId: priya.userId };
  const group = await groupWith(ruth, northfold, spring.people, JULY);
  session = await milestoneId(cohortId, 5);
  const startsAt = londonTime("2026-06-25", "16:00");
  eventId = await scheduleEvent(
    ruth,
    {
      cohortId,
      milestoneId: session,
      place: "Online",
      peerGroupId: group,
      startsAt,
      endsAt: londonTime("2026-06-25", "18:00"),
    },
    JULY,
  );
  const marks = [
    { enrolmentId: amara.enrolmentId, attended: true },
    { enrolmentId: ben.enrolmentId, attended: false },
    { enrolmentId: dilys.enrolmentId, attended: true, minutes: 60 },
  ];
  await takeRegister(priya, { eventId, marks }, JULY);
  optionId = randomUUID();
  await saveOption(admin, "npqel", null, { ...OPTION, formKey: optionId }, JULY);
});

const OPTION = {
  kind: "peer_learning_group",
  title: "Three conversations",
  description: "Talk with three of the group.",
  minutes: 300,
  offered: "yes",
  version: 0,
} as const;

const audited = (action: string) => db.auditEntry.findMany({ where: { action }, orderBy: { id: "asc" } });
const mailTo = async (who: Actor) =>
  (await db.outboxMessage.findMany({ where: { toAddress: who.email }, orderBy: { createdAt: "asc" } })).map(
    ({ template }) => template,
  );
const tally = (who: Participant, milestone: string) =>
  db.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId: who.enrolmentId, milestoneId: milestone } },
  });
/** How many of these came to something; the rest were refused with one of the refusals. */
async function won(tries: Promise<unknown>[]): Promise<number> {
  const all = await Promise.allSettled(tries);
  for (const each of all) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(WrongState);
  return all.filter(({ status }) => status === "fulfilled").length;
}
/** The statements that run meanwhile. */
async function statements(run: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await run();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  return count;
}

describe("a correction", () => {
  const said = "I was there from the start to the end.";
  const right = {
    outcome: "put_right",
    answer: "The list of the call says so, too.",
    minutes: 120,
    happenedOn: "2026-06-25",
  } as const;
  const open = async () => (await correctionQueue(priya, { show: "open", page: 1 })).rows[0]?.id ?? "";

  test("is asked once however often one clicks, and only for one's own", async () => {
    const input = { milestoneId: session, said, formKey: randomUUID() };
    await Promise.all(Array.from({ length: 4 }, () => askForCorrection(ben, input, AT)));
    await expect(askForCorrection(ben, { ...input, formKey: randomUUID() }, AT)).rejects.toThrow(WrongState);
    await expect(askForCorrection(ruth, { ...input, formKey: randomUUID() }, AT)).rejects.toThrow(NotFound);
    await expect(askForCorrection(ben, { ...input, milestoneId: "x" }, AT)).rejects.toThrow(NotFound);
    expect(await myCorrections(ben, session)).toMatchObject([{ said, answered: null }]);
    expect(await myCorrections(amara, session)).toEqual([]);
    expect(await audited("correction.asked")).toMatchObject([
      { actorId: ben.userId, subjectId: ben.enrolmentId },
    ]);
    expect([await mailTo(priya), await mailTo(ruth)].map((all) => all.includes("correction-asked"))).toEqual([
      true,
      false,
    ]);
  });

  test("is seen by the cohort's managers and the group's facilitator, and by nobody else", async () => {
    const id = await open();
    for (const who of [ruth, priya, admin]) {
      expect(await correctionForStaff(who, id)).toMatchObject({
        fullName: "Ben Lister",
        eventDay: "2026-06-25",
      });
      expect((await correctionQueue(who, { show: "open", page: 1 })).counts.open).toBe(1);
    }
    for (const who of [owen, tom, amara, ben]) {
      expect(await correctionForStaff(who, id)).toBeNull();
      expect((await correctionQueue(who, { show: "open", page: 1 })).rows).toEqual([]);
      expect(await recordsFor(who, ben.enrolmentId, session)).toEqual([]);
      await expect(answerCorrection(who, id, { ...right, replaces: NEW_RECORD }, AT)).rejects.toThrow(
        NotFound,
      );
    }
    expect(await recordsFor(priya, ben.enrolmentId, session)).toMatchObject([{ minutes: 0, live: true }]);
  });

  test("put right is a record in the place of the old one; of two answers one stands", async () => {
    const id = await open();
    const [old] = await recordsFor(priya, ben.enrolmentId, session);
    const replaces = old?.id ?? "";
    await expect(answerCorrection(priya, id, { ...right, replaces, minutes: 500 }, AT)).rejects.toThrow(
      FieldProblem,
    );
    await expect(answerCorrection(priya, id, { ...right, replaces: randomUUID() }, AT)).rejects.toThrow(
      NotFound,
    );
    expect(await db.engagementRecord.count({ where: { enrolmentId: ben.enrolmentId } })).toBe(1);
    const answers = [priya, ruth, priya].map((who) => answerCorrection(who, id, { ...right, replaces }, AT));
    expect(await won(answers)).toBe(1);
    expect(await tally(ben, session)).toMatchObject({ minutesRecorded: 120 });
    expect((await tally(ben, session)).completedAt).not.toBeNull();
    const live = await db.engagementRecord.findMany({ where: { supersedesId: replaces } });
    expect(live).toMatchObject([
      { source: "attendance_register", eventId, completes: true, note: right.answer },
    ]);
    // The register shows what is right.
    expect((await registerFor(priya, eventId, AT))?.rows).toContainEqual(
      expect.objectContaining({ fullName: "Ben Lister", mark: "present" }),
    );
    expect(await audited("correction.put_right")).toHaveLength(1);
    expect(await mailTo(ben)).toEqual(["correction-answered"]);
    expect(await myCorrections(ben, session)).toMatchObject([{ answered: { outcome: "put_right" } }]);
  });

  test("that is not changed leaves the record; one can ask again", async () => {
    const ask = () => askForCorrection(dilys, { milestoneId: session, said, formKey: randomUUID() }, AT);
    await ask();
    const id = await open();
    await answerCorrection(ruth, id, { outcome: "not_changed", answer: "You left at five." }, AT);
    expect(await tally(dilys, session)).toMatchObject({ minutesRecorded: 60, completedAt: null });
    await ask();
    const again = await open();
    const [half] = await recordsFor(ruth, dilys.enrolmentId, session);
    await takeRegister(
      priya,
      {
        eventId,
        marks: [{ enrolmentId: dilys.enrolmentId, attended: true, minutes: 70 }],
        reason: "Came back for the end.",
      },
      AT,
    );
    await expect(answerCorrection(ruth, again, { ...right, replaces: half?.id ?? "" }, AT)).rejects.toThrow(
      StaleVersion,
    );
    await answerCorrection(ruth, again, { outcome: "not_changed", answer: "It is 70 minutes now." }, AT);
    expect((await correctionQueue(ruth, { show: "answered", page: 9 })).rows).toHaveLength(3);
  });

  test("of something never marked becomes the register's mark; of coaching, an entry of staff's", async () => {
    await askForCorrection(chidi, { milestoneId: session, said, formKey: randomUUID() }, AT);
    const id = await open();
    const zero = { ...right, replaces: NEW_RECORD, minutes: 0 };
    await expect(answerCorrection(priya, id, zero, AT)).rejects.toThrow(FieldProblem);
    await answerCorrection(priya, id, { ...right, replaces: NEW_RECORD, happenedOn: "2026-07-14" }, AT);
    expect(await db.engagementRecord.findMany({ where: { enrolmentId: chidi.enrolmentId } })).toMatchObject([
      { eventId, source: "attendance_register", happenedOn: new Date("2026-06-25") },
    ]);
    const coaching = await milestoneId(cohortId, 31);
    await askForCorrection(chidi, { milestoneId: coaching, said, formKey: randomUUID() }, AT);
    // Coaching is nothing that a facilitator looks into.
    expect((await correctionQueue(priya, { show: "open", page: 1 })).counts.open).toBe(0);
    const [row] = (await correctionQueue(ruth, { show: "open", page: 1 })).rows;
    const entry = { ...right, replaces: NEW_RECORD, minutes: 60 };
    await expect(
      answerCorrection(ruth, row?.id ?? "", { ...entry, happenedOn: "2026-12-01" }, AT),
    ).rejects.toThrow(FieldProblem);
    await answerCorrection(ruth, row?.id ?? "", { ...entry, happenedOn: "2026-11-12" }, AT);
    expect(await tally(chidi, coaching)).toMatchObject({ minutesRecorded: 60, completedAt: null });
  });
});

describe("an alternative activity", () => {
  const plan = "I will talk with three of the group.";
  const proposal = () =>
    ({ option: OWN_IDEA, title: "A visit", minutes: 40, plan, formKey: randomUUID() }) as const;
  const account = { did: "I went.", learned: "That it is worth it.", doneOn: "2026-11-20" };
  const idOf = async () => (await alternativeQueue(ruth, { show: "waiting", page: 1 })).rows[0]?.id ?? "";

  test("is proposed for what was missed, by whoever missed it, once", async () => {
    const input = { ...proposal(), milestoneId: session };
    await expect(proposeAlternative(amara, input, AT)).rejects.toThrow("This is done.");
    await expect(proposeAlternative(ruth, input, AT)).rejects.toThrow(NotFound);
    await expect(proposeAlternative(dilys, { ...input, minutes: 60 }, AT)).rejects.toThrow(FieldProblem);
    const ahead = await milestoneId(cohortId, 23);
    await expect(proposeAlternative(dilys, { ...input, milestoneId: ahead }, AT)).rejects.toThrow(
      "as planned",
    );
    await expect(proposeAlternative(dilys, { ...input, option: randomUUID() }, AT)).rejects.toThrow(
      FieldProblem,
    );
    await Promise.all(Array.from({ length: 4 }, () => proposeAlternative(dilys, input, AT)));
    await expect(proposeAlternative(dilys, { ...input, formKey: randomUUID() }, AT)).rejects.toThrow(
      WrongState,
    );
    expect(await audited("alternative.proposed")).toHaveLength(1);
    expect(await mailTo(priya)).toContain("alternative-to-review");
    const mine = await myAlternatives(dilys, session, AT);
    expect([mine?.most, mine?.live?.state, mine?.options.map(({ title }) => title)]).toEqual([
      50,
      "proposed",
      ["Three conversations"],
    ]);
  });

  test("is seen and judged by the group's facilitator and the managers alone", async () => {
    const id = await idOf();
    expect(await alternativeForStaff(priya, id)).toMatchObject({
      fullName: "Dilys Probert",
      recordedMinutes: 70,
    });
    expect([(await alternativeCounts(priya))?.waiting, (await alternativeCounts(tom))?.waiting]).toEqual([
      1, 0,
    ]);
    expect(await alternativeCounts(dilys)).toBeNull();
    for (const who of [owen, tom, amara, dilys]) {
      expect(await alternativeForStaff(who, id)).toBeNull();
      await expect(
        judgeAlternative(who, id, { verdict: "agreed", minutes: 40, words: "" }, AT),
      ).rejects.toThrow(NotFound);
    }
    await expect(handIn(dilys, { ...account, alternativeId: id }, AT)).rejects.toThrow(WrongState);
    await expect(
      judgeAlternative(priya, id, { verdict: "credited", minutes: 40, words: "" }, AT),
    ).rejects.toThrow(WrongState);
  });

  test("agreed, its minutes are possible again; of two reviewers one decides", async () => {
    const id = await idOf();
    const before = (await participantOverview(dilys, AT))?.engagement.forecast.doneMinutes ?? 0;
    const agree = { verdict: "agreed", minutes: 50, words: "Good." } as const;
    await expect(judgeAlternative(priya, id, { ...agree, minutes: 600 }, AT)).rejects.toThrow(FieldProblem);
    expect(await won([priya, ruth, priya].map((who) => judgeAlternative(who, id, agree, AT)))).toBe(1);
    const after = await participantOverview(dilys, AT);
    expect((after?.engagement.forecast.doneMinutes ?? 0) - before).toBe(50);
    expect(after?.milestones.find((each) => each.id === session)?.alternative).toEqual({
      state: "agreed",
      minutes: 50,
    });
    expect(await mailTo(dilys)).toContain("alternative-agreed");
    // A register changed elsewhere does not undo what waits; the agreed minutes never count for more than is asked.
    expect(await audited("alternative.agreed")).toMatchObject([{ before: { state: "proposed" } }]);
  });

  test("handed in, sent back with words, handed in again, and credited: complete with what was attended", async () => {
    const id = (await myAlternatives(dilys, session, AT))?.live?.id ?? "";
    const input = { ...account, alternativeId: id };
    await expect(handIn(ben, input, AT)).rejects.toThrow(NotFound);
    await expect(handIn(dilys, { ...input, doneOn: "2026-12-01" }, AT)).rejects.toThrow(FieldProblem);
    expect(await won([handIn(dilys, input, AT), handIn(dilys, input, AT)])).toBe(1);
    await judgeAlternative(priya, id, { verdict: "sent_back", words: "Say more." }, AT);
    await handIn(dilys, { ...input, did: "I went, twice." }, AT);
    const credit = { verdict: "credited", minutes: 50, words: "" } as const;
    expect(await won([priya, ruth].map((who) => judgeAlternative(who, id, credit, AT)))).toBe(1);
    expect(await tally(dilys, session)).toMatchObject({ minutesRecorded: 120, credited: true });
    const [record] = await db.engagementRecord.findMany({
      where: { enrolmentId: dilys.enrolmentId, source: "credit" },
    });
    expect(record).toMatchObject({ minutes: 50, completes: true, happenedOn: new Date("2026-11-20") });
    expect(await mailTo(dilys)).toEqual(
      expect.arrayContaining(["alternative-sent-back", "alternative-credited"]),
    );
    const steps = (await myAlternatives(dilys, session, AT))?.all[0]?.steps.map(({ toState }) => toState);
    expect(steps).toEqual(["proposed", "agreed", "handed_in", "sent_back", "handed_in", "credited"]);
    expect((await myAlternatives(dilys, session, AT))?.whyNot).toContain("This is done");
    await expect(withdrawAlternative(dilys, id, AT)).rejects.toThrow(WrongState);
  });

  test("a part is credited as a part; declined or withdrawn, another can follow", async () => {
    const task = await milestoneId(cohortId, 6);
    const propose = () => proposeAlternative(amara, { ...proposal(), milestoneId: task }, AT);
    await propose();
    await judgeAlternative(ruth, await idOf(), { verdict: "declined", words: "Do the task itself." }, AT);
    await propose();
    await withdrawAlternative(amara, await idOf(), AT);
    await propose();
    const id = await idOf();
    await judgeAlternative(ruth, id, { verdict: "agreed", minutes: 40, words: "" }, AT);
    await handIn(amara, { ...account, alternativeId: id }, AT);
    // Of a task no facilitator decides.
    expect(await alternativeForStaff(priya, id)).toBeNull();
    await judgeAlternative(ruth, id, { verdict: "credited", minutes: 40, words: "" }, AT);
    expect(await tally(amara, task)).toMatchObject({
      minutesRecorded: 40,
      completedAt: null,
      credited: false,
    });
    expect((await myAlternatives(amara, task, AT))?.most).toBe(20);
  });

  test("the programme's list is edited by those who edit its words; a stale page is refused", async () => {
    for (const who of [priya, amara]) {
      expect(await optionsToEdit(who, "npqel")).toBeNull();
      await expect(saveOption(who, "npqel", optionId, { ...OPTION, version: 1 }, AT)).rejects.toThrow(
        NotFound,
      );
    }
    const away = { ...OPTION, offered: "no", version: 1 } as const;
    const saves = [ruth, owen].map((who) => saveOption(who, "npqel", optionId, away, AT));
    expect(await won(saves)).toBe(1);
    await expect(saveOption(ruth, "npqel", randomUUID(), away, AT)).rejects.toThrow(NotFound);
    expect((await optionsToEdit(ruth, "npqel"))?.options).toMatchObject([{ offered: false, version: 2 }]);
    expect((await myAlternatives(dilys, session, AT))?.options).toEqual([]);
    const key = randomUUID();
    const twice = [0, 1].map(() => saveOption(ruth, "npqel", null, { ...OPTION, formKey: key }, AT));
    await Promise.all(twice);
    expect(await db.alternativeOption.count({ where: { id: key } })).toBe(1);
  });
});

describe("what changed", () => {
  const kinds = async (who: Participant) =>
    (await changesPage(who, who.enrolmentId, 1)).changes.map(({ kind, detail }) => `${kind} ${detail}`);

  test("is what others did, of every kind, and nothing of one's own", async () => {
    expect(await kinds(dilys)).toEqual(
      expect.arrayContaining([
        "record credit",
        "record_again attendance_register",
        "correction not_changed",
        "alternative agreed",
        "alternative sent_back",
      ]),
    );
    expect((await kinds(dilys)).some((each) => /proposed|handed_in/.test(each))).toBe(false);
    // A record that answers a correction is told of once.
    expect(await kinds(ben)).toEqual(["correction put_right"]);
    expect((await changesPage(ben, dilys.enrolmentId, 1)).changes).toEqual([]);
    await changeStatus(
      ruth,
      {
        enrolmentId: chidi.enrolmentId,
        toState: "withdrawn",
        reasonCode: "other",
        effectiveOn: "2026-11-23",
      },
      AT,
    );
    expect((await kinds(chidi)).some((each) => each === "status withdrawn")).toBe(true);
  });

  test("is new until one says that one has seen it, as of the page that one saw", async () => {
    const fresh = async () => (await participantOverview(ben, AT))?.changes.some((change) => change.new);
    expect(await fresh()).toBe(true);
    const seen = { enrolmentId: ben.enrolmentId, until: new Date("2026-11-23T08:00:00Z") };
    await markChangesSeen(ben, seen, AT);
    expect(await fresh()).toBe(true);
    await expect(markChangesSeen(dilys, seen, AT)).rejects.toThrow(NotFound);
    await markChangesSeen(ben, { ...seen, until: new Date("2036-01-01T00:00:00Z") }, AT);
    expect(await fresh()).toBe(false);
    expect(
      (await db.changesSeen.findUniqueOrThrow({ where: { enrolmentId: ben.enrolmentId } })).seenAt,
    ).toEqual(AT);
  });

  test("nothing is open or late for somebody who has withdrawn, and nothing can be made up", async () => {
    const page = await participantOverview(chidi, AT);
    expect(new Set(page?.milestones.map(({ state }) => state))).toEqual(
      new Set(["completed", "not_required"]),
    );
    const task = await milestoneId(cohortId, 6);
    await expect(
      proposeAlternative(
        chidi,
        { option: OWN_IDEA, title: "A", minutes: 15, plan: "B", formKey: randomUUID(), milestoneId: task },
        AT,
      ),
    ).rejects.toThrow("Your place is");
    // Facts about oneself are put right all the same.
    await askForCorrection(chidi, { milestoneId: task, said: "I did this.", formKey: randomUUID() }, AT);
  });
});

test("each page asks a fixed number of questions", async () => {
  const overview = await participantOverview(dilys, AT);
  if (!overview) throw new Error("Dilys has no overview");
  const asked = [
    await statements(() => participantOverview(dilys, AT)),
    await statements(() => changesPage(dilys, dilys.enrolmentId, 1)),
    await statements(() => studyLog(dilys, overview)),
    await statements(() => statementItems(dilys, overview)),
    await statements(() => correctionQueue(ruth, { show: "answered", page: 1 })),
    await statements(() => alternativeQueue(ruth, { show: "ended", page: 1 })),
  ];
  expect(asked).toEqual([1, 1, 1, 1, 2, 2]);
  expect(
    (await statementItems(dilys, overview)).map(({ completedOn, countedMinutes }) => [
      completedOn,
      countedMinutes,
    ]),
  ).toEqual([["2026-11-23", 120]]);
});
