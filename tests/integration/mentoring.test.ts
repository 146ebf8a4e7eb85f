import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { tokenHash } from "@/lib/auth/secrets";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, TooMany, WrongState } from "@/lib/errors";
import { answerCheckIn } from "@/lib/mentoring/answer-check-in";
import { changeMentor, endMentor } from "@/lib/mentoring/change-mentor";
import { cohortMentors } from "@/lib/mentoring/cohort-mentors";
import { mentorHome, mentorTask } from "@/lib/mentoring/for-mentor";
import { myCheckIn, myReport } from "@/lib/mentoring/my-items";
import { mentoringForStaff, myMentoring } from "@/lib/mentoring/queries";
import { cohortReports, impactReport, impactReportsList } from "@/lib/mentoring/reports";
import { resendAsMentor, resendLink, withdrawLink } from "@/lib/mentoring/resend";
import type { ReportInput } from "@/lib/mentoring/schema";
import { saveCheckIn, sendCheckIn } from "@/lib/mentoring/write-check-in";
import { saveReport, submitReport } from "@/lib/mentoring/write-report";
import { writeToMentors } from "@/lib/mentoring/write-to-mentor";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import { mentorAnswers, mentorToken } from "@/prisma/seed/mentor-links";
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
import { csvOf } from "../support/lists";

/** Wednesday 30 September 2026: the first check-in is open, no report is. */
const AT = londonTime("2026-09-30", "10:00");
const SPRING = londonTime("2027-04-06", "10:00");
const clientIp = "203.0.113.9";
type Person = Actor & { enrolmentId: string };
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let checkIn: string;
let report: string;
let people: Person[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  const another = await startCohort(admin, programmeId, {
    ...SPRING_2026,
    slug: "autumn-2026",
    name: "Autumn 2026",
  });
  owen = await withRole(admin, otherManager, "cohort_manager", another);
  people = (await enrolled(admin, cohortId, participants.slice(0, 12))) as Person[];
  checkIn = await milestoneId(cohortId, 7);
  report = await milestoneId(cohortId, 19);
});

const person = (index: number): Person => people[index] ?? (admin as never);
const mentorOf = ({ enrolmentId }: Person) =>
  db.npqMentor.findFirstOrThrow({ where: { enrolmentId, endedAt: null } });
const liveId = async (who: Person) =>
  (await db.npqMentor.findFirst({ where: { enrolmentId: who.enrolmentId, endedAt: null } }))?.id ?? "";
const name = async (who: Person, email: string, at = AT, by: Actor = who) =>
  changeMentor(
    by,
    {
      enrolmentId: who.enrolmentId,
      seen: await liveId(who),
      name: "Helen Marchbank",
      email,
      jobTitle: "Chief executive",
    },
    at,
  );
const TEXT = {
  metOn: "2026-09-25",
  talkedAbout: "The trust’s reading strategy.",
  nextSteps: "Visit two schools.",
};
const write = async (who: Person, at = AT) => {
  await saveCheckIn(who, { milestoneId: checkIn, version: 0, ...TEXT }, at);
  await sendCheckIn(who, { milestoneId: checkIn, version: 1 }, at);
};
const row = (who: Person) =>
  db.checkIn.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId: who.enrolmentId, milestoneId: checkIn } },
    include: { answers: true },
  });
const records = (who: Person, id = checkIn) =>
  db.engagementRecord.findMany({ where: { enrolmentId: who.enrolmentId, milestoneId: id } });
const lettersTo = async (toAddress: string) =>
  (
    await db.outboxMessage.findMany({ where: { toAddress }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })
  ).map(({ template }) => template);
const audited = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

describe("a check-in", () => {
  test("both words complete it, dated the day they met; the mentor's name is beside it", async () => {
    const amara = person(0);
    await name(amara, "helen@example.org");
    expect(await lettersTo("helen@example.org")).toEqual(["mentor-named"]);
    await saveCheckIn(amara, { milestoneId: checkIn, version: 0, ...TEXT, nextSteps: "" }, AT);
    const sending = { milestoneId: checkIn, version: 1 };
    await expect(sendCheckIn(amara, sending, AT)).rejects.toThrow(/what is next/);
    expect(await saveCheckIn(amara, { milestoneId: checkIn, version: 1, ...TEXT }, AT)).toEqual({
      whole: true,
    });
    await expect(sendCheckIn(amara, sending, AT)).rejects.toThrow(StaleVersion);
    // Two clicks at once are one sending.
    await Promise.all([1, 2].map(() => sendCheckIn(amara, { milestoneId: checkIn, version: 2 }, AT)));
    expect(await lettersTo("helen@example.org")).toEqual(["mentor-named", "mentor-asked"]);
    expect(await records(amara)).toEqual([]);

    const naming = (await mentorOf(amara)).id;
    const token = await mentorToken("helen@example.org");
    const task = await mentorTask({ token, naming, milestoneId: checkIn }, AT);
    expect(task?.checkIn).toEqual({ version: 3, text: TEXT, answer: null });
    const answer = {
      token,
      naming,
      milestoneId: checkIn,
      clientIp,
      version: 3,
      words: "A good talk.",
    } as const;
    await Promise.all([1, 2].map(() => answerCheckIn({ ...answer, answer: "confirmed" }, AT)));
    expect(await records(amara)).toMatchObject([
      {
        source: "mentor_confirmation",
        minutes: 60,
        completes: true,
        recordedById: null,
        mentorId: naming,
        happenedOn: new Date("2026-09-25"),
      },
    ]);
    expect(await myCheckIn(amara, checkIn, AT)).toMatchObject({
      state: "confirmed",
      item: { standing: "done" },
      answers: [{ confirms: true, words: "A good talk.", by: "Helen Marchbank" }],
    });
    // It stands still: neither the other answer nor other words, from either side.
    await expect(answerCheckIn({ ...answer, answer: "not_held" }, AT)).rejects.toThrow(/answered already/);
    await expect(saveCheckIn(amara, { milestoneId: checkIn, version: 3, ...TEXT }, AT)).rejects.toThrow(
      WrongState,
    );
    expect(await lettersTo(amara.email)).toEqual(["check-in-confirmed"]);
    expect((await audited(amara.enrolmentId)).filter((each) => each.startsWith("check_in"))).toEqual([
      "check_in.saved",
      "check_in.saved",
      "check_in.sent",
      "check_in.confirmed",
    ]);
  });

  test("what the mentor did not confirm is put right and sent again; only the text they saw is confirmed", async () => {
    const ben = person(1);
    await name(ben, "graham@example.org");
    await write(ben);
    await mentorAnswers(
      ben.enrolmentId,
      checkIn,
      { answer: "not_held", words: "It was the week after." },
      AT,
    );
    expect(await records(ben)).toEqual([]);
    expect(await myCheckIn(ben, checkIn, AT)).toMatchObject({
      state: "disputed",
      answers: [{ confirms: false, words: "It was the week after.", metOn: "2026-09-25" }],
    });
    expect(await lettersTo(ben.email)).toEqual(["check-in-disputed"]);
    await saveCheckIn(ben, { milestoneId: checkIn, version: 2, ...TEXT, metOn: "2026-09-29" }, AT);
    const naming = (await mentorOf(ben)).id;
    const token = await mentorToken("graham@example.org");
    // Nothing of a draft is the mentor's to see, and nothing of it can be confirmed.
    expect((await mentorTask({ token, naming, milestoneId: checkIn }, AT))?.checkIn).toBeNull();
    const answer = {
      token,
      naming,
      milestoneId: checkIn,
      clientIp,
      answer: "confirmed",
      words: "Yes.",
    } as const;
    await expect(answerCheckIn({ ...answer, version: 3 }, AT)).rejects.toThrow(/taken this back/);
    await sendCheckIn(ben, { milestoneId: checkIn, version: 3 }, AT);
    await expect(answerCheckIn({ ...answer, version: 2 }, AT)).rejects.toThrow(StaleVersion);
    expect(await lettersTo("graham@example.org")).toEqual(["mentor-named", "mentor-asked", "mentor-asked"]);
    await answerCheckIn({ ...answer, version: 4 }, AT);
    expect((await records(ben)).map(({ happenedOn }) => happenedOn)).toEqual([new Date("2026-09-29")]);
  });

  test("is refused before its window, on a day to come, without a mentor, and to everybody else", async () => {
    const chidi = person(2);
    const early = londonTime("2026-08-31", "10:00");
    const save = (at: Date, metOn: string) =>
      saveCheckIn(chidi, { milestoneId: checkIn, version: 0, ...TEXT, metOn }, at);
    await expect(save(early, "2026-08-30")).rejects.toThrow(/opens on 1 September 2026/);
    for (const day of ["2026-10-01", "2026-04-30"]) await expect(save(AT, day)).rejects.toThrow(FieldProblem);
    await expect(saveCheckIn(chidi, { milestoneId: report, version: 0, ...TEXT }, SPRING)).rejects.toThrow(
      NotFound,
    );
    await expect(saveCheckIn(ruth, { milestoneId: checkIn, version: 0, ...TEXT }, AT)).rejects.toThrow(
      NotFound,
    );
    await save(AT, TEXT.metOn);
    await expect(sendCheckIn(chidi, { milestoneId: checkIn, version: 1 }, AT)).rejects.toThrow(
      /Name your mentor/,
    );
    expect(await myCheckIn(ruth, checkIn, AT)).toBeNull();
    expect(await myCheckIn(chidi, report, AT)).toBeNull();
  });

  test("what staff have entered meanwhile counts once", async () => {
    const dilys = person(3);
    await name(dilys, "ieuan@example.org");
    await write(dilys);
    const entry = {
      enrolmentId: dilys.enrolmentId,
      milestoneId: checkIn,
      minutes: 60,
      happenedOn: "2026-09-25",
    };
    await enterRecords(ruth, { cohortId, entries: [entry] }, AT);
    await mentorAnswers(dilys.enrolmentId, checkIn, { answer: "confirmed", words: "We met." }, AT);
    expect((await records(dilys)).map(({ source }) => source)).toEqual(["staff_entry"]);
    expect((await row(dilys)).state).toBe("confirmed");
  });
});

describe("a personal link", () => {
  const address = "nadia@example.org";

  test("shows those who named its address, and nobody by another; only its hash is kept", async () => {
    const [eve, farah] = [person(4), person(5)];
    await name(eve, address);
    await name(farah, address, AT, ruth);
    await write(eve);
    const token = await mentorToken(address);
    const home = await mentorHome(token, AT);
    expect(home?.people.map(({ fullName }) => fullName)).toEqual(["Eve Hartnell", "Farah Siddiqui"]);
    expect(home?.people[0]?.items.map(({ standing }) => standing)).toEqual([
      "waiting",
      "upcoming",
      "upcoming",
      "upcoming",
      "upcoming",
    ]);
    // Names, programme and what is theirs: no address, school or figure of the participant's.
    expect(JSON.stringify(home)).not.toMatch(/@|Kestrel|minutes|percent/);
    expect(await db.mentorLink.count({ where: { email: address, tokenHash: tokenHash(token) } })).toBe(1);
    for (const foreign of [(await mentorOf(person(1))).id, "x", person(0).enrolmentId])
      expect(await mentorTask({ token, naming: foreign, milestoneId: checkIn }, AT)).toBeNull();
    for (const bad of ["", "x", "a".repeat(43)]) expect(await mentorHome(bad, AT)).toBeNull();
    const naming = (await mentorOf(person(1))).id;
    const answer = {
      token,
      naming,
      milestoneId: checkIn,
      clientIp,
      version: 2,
      answer: "confirmed",
      words: "x",
    } as const;
    await expect(answerCheckIn(answer, AT)).rejects.toThrow(NotFound);
  });

  test("runs out after 60 days, and is sent again to the same address only", async () => {
    const token = await mentorToken(address);
    const last = londonTime("2026-11-29", "23:58");
    expect((await mentorHome(token, last))?.standing).toBe("open");
    const after = londonTime("2026-11-30", "09:00");
    expect(await mentorHome(token, after)).toMatchObject({ standing: "expired", people: [] });
    const naming = await liveId(person(4));
    const answer = {
      token,
      naming,
      milestoneId: checkIn,
      clientIp,
      version: 2,
      answer: "confirmed",
      words: "x",
    } as const;
    await expect(answerCheckIn(answer, after)).rejects.toThrow(/has run out/);
    await expect(resendAsMentor({ token, clientIp }, last)).rejects.toThrow(/This link works/);
    const before = await db.outboxMessage.count();
    await resendAsMentor({ token, clientIp }, after);
    expect(await db.outboxMessage.count()).toBe(before + 1);
    expect((await mentorHome(await mentorToken(address), after))?.standing).toBe("open");
    for (let more = 0; more < 2; more++) await resendAsMentor({ token, clientIp }, after);
    await expect(resendAsMentor({ token, clientIp }, after)).rejects.toThrow(TooMany);
  });

  test("staff take it back, and nothing is shown or sent until they send it again", async () => {
    const [eve, farah] = [person(4), person(5)];
    const at = londonTime("2026-12-01", "10:00");
    await expect(withdrawLink(eve, { enrolmentId: eve.enrolmentId }, at)).rejects.toThrow(NotFound);
    await expect(withdrawLink(owen, { enrolmentId: eve.enrolmentId }, at)).rejects.toThrow(NotFound);
    const token = await mentorToken(address);
    await withdrawLink(ruth, { enrolmentId: eve.enrolmentId }, at);
    await withdrawLink(ruth, { enrolmentId: farah.enrolmentId }, at);
    expect(await mentorHome(token, at)).toMatchObject({ standing: "closed", people: [] });
    await expect(
      resendAsMentor({ token, clientIp: "203.0.113.10" }, londonTime("2026-12-02", "10:00")),
    ).rejects.toThrow(/Nobody names/);
    const { seen } = (await mentoringForStaff(ruth, cohortId, eve.enrolmentId, at))?.link ?? { seen: "" };
    await expect(resendLink(eve, { enrolmentId: eve.enrolmentId, seen }, at)).rejects.toThrow(
      /has been withdrawn/,
    );
    const again = () => resendLink(ruth, { enrolmentId: eve.enrolmentId, seen }, at);
    await again();
    // The second click saw the link before: nothing more is sent.
    const sent = await db.mentorLink.count({ where: { email: address } });
    await again();
    expect(await db.mentorLink.count({ where: { email: address } })).toBe(sent);
    const home = await mentorHome(await mentorToken(address), at);
    expect(home?.people.map(({ fullName }) => fullName)).toEqual(["Eve Hartnell"]);
    expect(await audited(await liveId(eve))).toEqual(["mentor_link.withdrawn", "mentor_link.restored"]);
  });

  test("what staff took back, the participant does not give again by naming the address anew", async () => {
    const farah = person(5);
    const at = londonTime("2026-12-02", "10:00");
    const name = async (email: string, jobTitle: string) =>
      changeMentor(
        farah,
        { enrolmentId: farah.enrolmentId, seen: await liveId(farah), name: "N. Other", jobTitle, email },
        at,
      );
    await name(address, "Another title");
    await name("third@example.org", "Chair");
    await name(address, "Chair");
    await writeToMentors(at);
    const home = await mentorHome(await mentorToken(address), at);
    expect(home?.people.map(({ fullName }) => fullName)).toEqual(["Eve Hartnell"]);
  });

  test("ends with the mentor: another is named, what the first confirmed stays", async () => {
    const amara = person(0);
    const token = await mentorToken("helen@example.org");
    const old = await mentorOf(amara);
    const input = { enrolmentId: amara.enrolmentId, seen: old.id, name: "Piet Alder", jobTitle: "Chair" };
    await expect(changeMentor(amara, { ...input, email: amara.email }, AT)).rejects.toThrow(FieldProblem);
    for (const other of [person(1), owen])
      await expect(changeMentor(other, { ...input, email: "piet@example.org" }, AT)).rejects.toThrow(
        NotFound,
      );
    await Promise.all([1, 2].map(() => changeMentor(amara, { ...input, email: "piet@example.org" }, AT)));
    expect((await mentorHome(token, AT))?.standing).toBe("closed");
    await expect(changeMentor(ruth, { ...input, email: "third@example.org" }, AT)).rejects.toThrow(
      StaleVersion,
    );
    const mine = await myMentoring(amara, AT);
    expect(mine?.mentor).toMatchObject({ name: "Piet Alder", from: "2026-09-30", to: null });
    expect(mine?.before).toMatchObject([{ name: "Helen Marchbank", from: "2026-09-30", to: "2026-09-30" }]);
    expect(mine?.items[0]).toMatchObject({ standing: "done" });
    // What the first confirmed is not the second's to read.
    const naming = await liveId(amara);
    const theirs = await mentorToken("piet@example.org");
    expect((await mentorTask({ token: theirs, naming, milestoneId: checkIn }, AT))?.checkIn).toBeNull();
    await expect(endMentor(amara, { enrolmentId: amara.enrolmentId, seen: naming }, AT)).rejects.toThrow(
      NotFound,
    );
    await endMentor(ruth, { enrolmentId: amara.enrolmentId, seen: naming }, AT);
    expect((await mentorHome(theirs, AT))?.standing).toBe("closed");
    await name(amara, "helen@example.org", AT, ruth);
  });
});

describe("what mentors are sent by themselves", () => {
  test("is one e-mail for all that waits, reminded of twice, in office hours, and never once it is done", async () => {
    const [gareth, hana] = [person(6), person(7)];
    const address = "sandra@example.org";
    // Named by an accepted offer: nobody has written yet.
    for (const { enrolmentId } of [gareth, hana])
      await db.npqMentor.create({
        data: { enrolmentId, name: "Sandra Oakes", email: address, jobTitle: "Chair", namedAt: AT },
      });
    const day = (date: string, time = "09:32") => writeToMentors(londonTime(date, time));
    expect(await day("2026-09-30", "17:00"), "after hours").toBe(0);
    expect(await day("2026-10-03"), "a Saturday").toBe(0);
    await day("2026-10-01");
    await day("2026-10-01", "10:32");
    expect(await lettersTo(address)).toEqual(["mentor-named"]);
    for (const who of [gareth, hana]) await write(who, londonTime("2026-10-05", "20:00"));
    await day("2026-10-11", "09:32");
    await day("2026-10-12");
    await mentorAnswers(
      hana.enrolmentId,
      checkIn,
      { answer: "confirmed", words: "Yes." },
      londonTime("2026-10-13", "10:00"),
    );
    await day("2026-10-19");
    await day("2026-10-26");
    expect(await lettersTo(address)).toEqual([
      "mentor-named",
      "mentor-asked",
      "mentor-asked",
      "mentor-reminder",
      "mentor-reminder",
    ]);
    const list = await cohortMentors(
      ruth,
      cohortId,
      { show: "silent", page: 1 },
      londonTime("2026-10-26", "12:00"),
    );
    expect(list?.rows).toContainEqual(
      expect.objectContaining({
        fullName: "Gareth Lowe",
        standing: "silent",
        waiting: 1,
        since: "2026-10-05",
      }),
    );
    await changeStatus(
      admin,
      {
        enrolmentId: gareth.enrolmentId,
        toState: "deferred",
        reasonCode: "other",
        effectiveOn: "2026-10-27",
      },
      londonTime("2026-10-27", "09:00"),
    );
    expect(await mentorHome(await mentorToken(address), londonTime("2026-10-27", "10:00"))).toMatchObject({
      people: [{ fullName: "Hana Novak" }],
    });
    // The window of the second check-in is open then, and asks nothing of them.
    const away = await myMentoring(gareth, londonTime("2027-04-12", "10:00"));
    expect(away?.items.map(({ standing }) => standing)).not.toContain("open");
  });
});

describe("an impact report", () => {
  const WHOLE: Omit<ReportInput, "version"> = {
    extent: "clearly",
    changes: "=Heads plan together.",
    evidence: "Two visits.",
    hindered: "",
    support: "A day each term.",
  };

  test("is asked for when its window opens, kept as a draft, sent once, and completes the milestone", async () => {
    const [imran, joan] = [person(8), person(9)];
    const address = "lena@example.org";
    for (const who of [imran, joan]) await name(who, address, SPRING);
    expect(await lettersTo(address)).toEqual(["mentor-asked", "mentor-asked"]);
    const naming = await liveId(imran);
    const token = await mentorToken(address);
    const link = { token, naming, milestoneId: report, clientIp };
    const early = { ...link, milestoneId: await milestoneId(cohortId, 26), version: 0, ...WHOLE };
    await expect(saveReport(early, SPRING)).rejects.toThrow(/asked for from 1 September 2027/);
    await expect(saveReport({ ...link, milestoneId: checkIn, version: 0, ...WHOLE }, SPRING)).rejects.toThrow(
      NotFound,
    );
    expect(await saveReport({ ...link, version: 0, ...WHOLE, support: "" }, SPRING)).toEqual({
      whole: false,
    });
    await expect(saveReport({ ...link, version: 0, ...WHOLE }, SPRING)).rejects.toThrow(StaleVersion);
    await expect(submitReport({ ...link, version: 1 }, SPRING)).rejects.toThrow(/not answered yet/);
    expect((await cohortReports(ruth, cohortId, 1, SPRING))?.rows).toEqual([]);
    expect(await saveReport({ ...link, version: 1, ...WHOLE }, SPRING)).toEqual({ whole: true });
    await expect(submitReport({ ...link, version: 1 }, SPRING)).rejects.toThrow(StaleVersion);
    await Promise.all([1, 2].map(() => submitReport({ ...link, version: 2 }, SPRING)));
    expect(await records(imran, report)).toMatchObject([
      { source: "submitted_form", minutes: 15, completes: true, mentorId: naming, recordedById: null },
    ]);
    await expect(saveReport({ ...link, version: 2, ...WHOLE }, SPRING)).rejects.toThrow(/in already/);
    expect(await lettersTo(address)).toContain("impact-report-receipt");
    // The participant sees that it is in, and no word of it.
    const mine = await myReport(imran, report, SPRING);
    expect(mine).toMatchObject({ item: { standing: "done" }, sentBy: "Helen Marchbank" });
    expect(JSON.stringify(mine)).not.toContain("plan together");
  });

  test("is read by those who manage the cohort, as a page and as a file", async () => {
    const list = await cohortReports(ruth, cohortId, 1, SPRING);
    expect(list?.rows).toMatchObject([{ fullName: "Imran Qureshi", module: 2, extent: "clearly" }]);
    expect(list?.inSoFar).toMatchObject([{ module: 2, submitted: 1 }]);
    const id = list?.rows[0]?.id ?? "";
    expect((await impactReport(ruth, cohortId, id))?.answers.evidence).toBe("Two visits.");
    const asked = { cohort: cohortId };
    expect(await csvOf(impactReportsList, ruth, asked, SPRING)).toContain("'=Heads plan together.");
    for (const other of [owen, person(8)]) {
      expect(await cohortReports(other, cohortId, 1, SPRING)).toBeNull();
      expect(await impactReport(other, cohortId, id)).toBeNull();
      expect(await impactReportsList(other, asked, SPRING)).toBeNull();
    }
  });

  test("a draft is its mentor's own: it goes when they are another, and stays when a name is put right", async () => {
    const joan = person(9);
    const begin = async () => {
      const token = await mentorToken((await mentorOf(joan)).email);
      const link = { token, naming: await liveId(joan), milestoneId: report, clientIp };
      await saveReport({ ...link, version: 0, ...WHOLE }, SPRING);
    };
    const drafts = () => db.impactReport.findMany({ where: { enrolmentId: joan.enrolmentId } });
    await begin();
    const seen = await liveId(joan);
    const put = {
      enrolmentId: joan.enrolmentId,
      seen,
      name: "Helena Marchbank",
      email: "lena@example.org",
      jobTitle: "Chair",
    };
    await changeMentor(joan, put, SPRING);
    expect(await drafts()).toMatchObject([{ mentorId: await liveId(joan) }]);
    await changeMentor(joan, { ...put, seen: await liveId(joan), email: "someone@example.org" }, SPRING);
    expect(await drafts()).toEqual([]);
  });
});

describe("the staff's list", () => {
  test("tells who has none, who is silent, whose e-mail bounces; to those who manage the cohort", async () => {
    const kwame = person(10);
    await name(kwame, "bounced@example.org");
    await db.outboxMessage.updateMany({ where: { toAddress: "bounced@example.org" }, data: { deadAt: AT } });
    const list = await cohortMentors(ruth, cohortId, { show: "attention", page: 1 }, SPRING);
    const standings = Object.fromEntries(
      list?.rows.map(({ fullName, standing }) => [fullName, standing]) ?? [],
    );
    expect(standings).toMatchObject({
      "Chidi Mensah": "missing",
      "Leila Haddad": "missing",
      "Kwame Asante": "bouncing",
      "Farah Siddiqui": "withdrawn",
    });
    expect(list?.counts.bouncing).toBe(1);
    expect((await myMentoring(kwame, SPRING))?.link.bouncing).toBe(true);
    for (const other of [owen, kwame])
      expect(await cohortMentors(other, cohortId, { show: "all", page: 1 }, SPRING)).toBeNull();
    expect(await mentoringForStaff(owen, cohortId, kwame.enrolmentId, SPRING)).toBeNull();
  });

  test("pages ask a fixed number of questions, whatever there is to show", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const questions = async (work: () => Promise<unknown>) => {
      // Once for the connections, then to count.
      await work();
      asked.mockClear();
      await work();
      return asked.mock.calls.length;
    };
    const token = await mentorToken("lena@example.org");
    const pages = [
      () => cohortMentors(ruth, cohortId, { show: "all", page: 1 }, SPRING),
      () => mentorHome(token, SPRING),
      () => myMentoring(person(8), SPRING),
      () => cohortReports(ruth, cohortId, 1, SPRING),
    ];
    const counts: number[] = [];
    for (const page of pages) counts.push(await questions(page));
    expect(counts).toEqual([2, 9, 11, 8]);
    asked.mockRestore();
  });
});

test("who answers too often from one network is told when to come back", async () => {
  const naming = await liveId(person(8));
  const input = { token: "a".repeat(43), naming, milestoneId: report, version: 0, clientIp: "198.51.100.77" };
  const tries = await Promise.allSettled(Array.from({ length: 125 }, () => submitReport(input, SPRING)));
  const reasons = tries.map((each) => (each.status === "rejected" ? each.reason : null));
  expect(reasons.filter((each) => each instanceof NotFound)).toHaveLength(120);
  expect(reasons.filter((each) => each instanceof TooMany)).toHaveLength(5);
});
