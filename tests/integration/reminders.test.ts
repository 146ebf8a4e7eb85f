import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { endAccess } from "@/lib/auth/end-access";
import { dateColumn, londonTime } from "@/lib/dates";
import { db, disconnect, inTransaction } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { enterRecords } from "@/lib/engagement/enter-records";
import { changeStatus } from "@/lib/enrolments/change-status";
import { choosePlace } from "@/lib/events/choose-place";
import { scheduleEvent } from "@/lib/events/schedule";
import { chooseByLink, chooseFrequency } from "@/lib/reminders/choose";
import { choiceAddress } from "@/lib/reminders/link";
import { frequencyBehind, myReminders } from "@/lib/reminders/queries";
import type { Frequency } from "@/lib/reminders/schema";
import { sendReminders } from "@/lib/reminders/send";
import { participants } from "@/prisma/seed/cast";
import { meeting } from "../support/at-once";
import {
  actor,
  administrator,
  ENROLLED,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
} from "../support/cohort";
import { freshDatabase } from "../support/database";

/** Reminders are sent to those they are due to, once, whoever sends them and however often it is broken off. */

type Participant = Actor & { enrolmentId: string };
let admin: Actor;
let cohortId: string;
let amara: Participant;
let ben: Participant;
let chidi: Participant;
let dilys: Participant;
let eve: Participant;

/** Thursday 1 October 2026: an evaluation, an audit and the second module's study open. */
const OPENING = londonTime("2026-10-01", "09:00");

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  cohortId = await startCohort(admin, await npqelSaved(admin), SPRING_2026);
  const people = await enrolled(admin, cohortId, participants.slice(0, 5));
  [amara, ben, chidi, dilys, eve] = people as [
    Participant,
    Participant,
    Participant,
    Participant,
    Participant,
  ];
  await done([amara, ben, chidi, dilys, eve], [3, 4, 6, 7, 8], "2026-09-18");
});
beforeEach(async () => {
  await db.reminderLetter.deleteMany();
  await db.outboxMessage.deleteMany();
  await everybody("each");
});
afterAll(disconnect);

async function everybody(frequency: Frequency) {
  for (const person of [amara, ben, chidi, dilys, eve]) await chooseFrequency(person, frequency, ENROLLED);
}
const myFrequency = async (who: Actor) => (await myReminders(who, OPENING))?.frequency ?? null;
/** To whom which subjects have gone, by first name. */
async function mail(): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({ where: { template: "reminder" } });
  return rows.map(({ toAddress, subject }) => `${toAddress.split(".")[0]}: ${subject}`).toSorted();
}
const opening = (...names: string[]) =>
  names.map((name) => `${name}: Open now: End of module evaluation, module 1, and 2 more`);
const status = (person: Participant, toState: "deferred" | "active" | "withdrawn", day: string) =>
  changeStatus(
    admin,
    {
      enrolmentId: person.enrolmentId,
      toState,
      reasonCode:
        toState === "active" ? undefined : toState === "deferred" ? "career-break" : "change-in-career",
      effectiveOn: day,
    },
    londonTime(day, "08:30"),
  );
/** Staff enter that these are done, by number. */
async function done(people: readonly Participant[], numbers: readonly number[], day: string) {
  const items = await db.milestone.findMany({
    where: { cohortId, number: { in: [...numbers] } },
    select: { id: true, minutes: true },
  });
  const entries = people.flatMap(({ enrolmentId }) =>
    items.map(({ id, minutes }) => ({
      enrolmentId,
      milestoneId: id,
      minutes: minutes ?? 0,
      happenedOn: day,
    })),
  );
  await enterRecords(admin, { cohortId, entries }, londonTime(day, "08:40"));
}

describe("sending what is due", () => {
  test("one e-mail each, once a day, however many servers send and however often", async () => {
    const counts = await Promise.all(Array.from({ length: 4 }, () => sendReminders(OPENING, { batch: 2 })));
    expect(counts.reduce((sum, count) => sum + count)).toBe(5);
    expect(await sendReminders(londonTime("2026-10-01", "18:30"))).toBe(0);
    expect(await mail()).toEqual(opening("amara", "ben", "chidi", "dilys", "eve"));
    expect(await db.reminderSent.count()).toBe(15);
    await deliverDue(OPENING);
    expect(await sendReminders(londonTime("2026-10-02", "09:00"))).toBe(0);
  });

  test("each by their choice", async () => {
    await chooseFrequency(ben, "weekly", ENROLLED);
    await chooseFrequency(chidi, "essential", ENROLLED);
    await db.reminderChoice.delete({ where: { userId: dilys.userId } });
    expect(await sendReminders(londonTime("2026-09-28", "07:29"))).toBe(0);
    expect(await sendReminders(londonTime("2026-09-28", "07:30"))).toBe(2);
    await deliverDue(londonTime("2026-09-28", "07:31"));
    await sendReminders(OPENING);
    const week = "Your NPQEL week from Monday 28 September 2026";
    expect(await mail()).toEqual([...opening("amara"), `ben: ${week}`, `dilys: ${week}`, ...opening("eve")]);
  });

  test("never at night", async () => {
    expect(await sendReminders(londonTime("2026-10-01", "07:59"))).toBe(0);
    expect(await sendReminders(londonTime("2026-10-01", "19:00"))).toBe(0);
    await sendReminders(londonTime("2026-10-01", "18:59"));
    // Nor does one leave then that the mail server would not take before; it is written again the next day.
    expect(await deliverDue(londonTime("2026-10-01", "19:10"))).toMatchObject({ sent: 0, dead: 5 });
    expect(await sendReminders(londonTime("2026-10-02", "08:00"))).toBe(5);
    expect(await deliverDue(londonTime("2026-10-02", "08:01"))).toMatchObject({ sent: 5 });
    expect(await sendReminders(londonTime("2026-10-03", "08:00"))).toBe(0);
  });

  test("an event to those who are expected at it, a week and a day before", async () => {
    const event = {
      cohortId,
      milestoneId: await milestoneId(cohortId, 13),
      place: "Oxford",
      startsAt: londonTime("2027-01-14", "10:00"),
      endsAt: londonTime("2027-01-14", "15:00"),
    };
    const eventId = await scheduleEvent(admin, event, ENROLLED);
    await everybody("essential");
    await chooseFrequency(amara, "each", ENROLLED);
    await sendReminders(londonTime("2027-01-07", "08:00"));
    await deliverDue(londonTime("2027-01-07", "08:01"));
    expect(await mail()).toEqual(["amara: Thursday 14 January 2027: Face-to-face event 1, 10:00"]);
    await sendReminders(londonTime("2027-01-13", "08:00"));
    expect(
      (await mail()).filter((line) => line.endsWith(": Tomorrow: Face-to-face event 1, 10:00")),
    ).toHaveLength(5);
    await db.reminderSent.deleteMany({ where: { eventId } });
    await db.event.delete({ where: { id: eventId } });
  });

  test("a place to choose to who has none, when places open and a week before the last day", async () => {
    const milestone = await milestoneId(cohortId, 24);
    const times = { startsAt: londonTime("2027-07-13", "09:30"), endsAt: londonTime("2027-07-14", "16:00") };
    const open = { byChoice: true, choiceUntil: "2027-06-18", capacity: 2 };
    const at = londonTime("2027-05-03", "15:00");
    const place = (name: string) =>
      scheduleEvent(admin, { cohortId, milestoneId: milestone, place: name, ...times, ...open }, at);
    const eventIds = [await place("Oxford"), await place("Manchester")];
    await db.enrolmentMilestone.updateMany({
      where: { milestoneId: { not: milestone } },
      data: { required: false },
    });
    await chooseFrequency(eve, "essential", ENROLLED);
    const go = async (when: string) => {
      await sendReminders(londonTime(when, "08:00"));
      await deliverDue(londonTime(when, "08:01"));
      const lines = await mail();
      await db.outboxMessage.deleteMany();
      return lines;
    };
    const choose = (who: Participant, index: number, wait = true) =>
      choosePlace(who, { eventId: eventIds[index] ?? "", access: "", dietary: "", wait }, at);
    await choose(amara, 0);
    const first = "Choose your place: Residential 2";
    expect(await go("2027-05-04")).toEqual([`ben: ${first}`, `chidi: ${first}`, `dilys: ${first}`]);
    expect(await go("2027-05-05")).toEqual([]);
    await choose(ben, 0);
    // Who waits has done what there was to do.
    expect(await choose(chidi, 0)).toBe("waiting");
    const last = "Choose a place by Friday 18 June 2027: Residential 2";
    // Nobody is told while somebody chooses; then whoever is left.
    const ends = await meeting(
      (tx) => tx.$queryRaw`SELECT 1 FROM "Event" WHERE id = ${eventIds[1]}::uuid FOR UPDATE`,
      [() => go("2027-06-11")],
    );
    expect(ends).toEqual([[]]);
    expect(await go("2027-06-11")).toEqual([`dilys: ${last}`, `eve: ${last}`]);
    expect(await go("2027-06-12")).toEqual([]);
    // Who takes up a place in the last days has those to choose in, and is told on the first.
    const [late] = (await enrolled(admin, cohortId, participants.slice(5, 6))) as [Participant];
    const facts = { enrolmentId: late.enrolmentId, fromState: null, toState: "active" } as const;
    const joined = londonTime("2027-06-14", "15:00");
    const day = dateColumn("2027-06-14");
    await db.enrolmentStatusChange.create({
      data: { ...facts, effectiveOn: day, byId: admin.userId, at: joined },
    });
    await chooseFrequency(late, "essential", ENROLLED);
    await db.enrolmentMilestone.updateMany({
      where: { enrolmentId: late.enrolmentId, milestoneId: { not: milestone } },
      data: { required: false },
    });
    expect(await go("2027-06-15")).toEqual([`${late.email.split(/[.@]/)[0]}: ${first}`]);
    expect(await go("2027-06-16")).toEqual([]);
    await db.user.update({ where: { id: late.userId }, data: { accessEndedAt: joined } });
    await db.reminderSent.deleteMany({ where: { milestoneId: milestone } });
    await db.eventPlace.deleteMany({ where: { milestoneId: milestone } });
    await db.event.deleteMany({ where: { milestoneId: milestone } });
    await db.enrolmentMilestone.updateMany({ data: { required: true } });
  });

  test("broken off half-way, it goes on with whoever is left", async () => {
    await db.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW."toAddress" LIKE 'dilys%' THEN RAISE 'broken off'; END IF; RETURN NEW; END $$`;
    await db.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "OutboxMessage" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    await expect(sendReminders(OPENING, { batch: 1 })).rejects.toThrow();
    await db.$executeRaw`DROP TRIGGER refuse ON "OutboxMessage"`;
    const before = (await mail()).length;
    expect(before).toBeLessThan(5);
    expect(await db.reminderLetter.count()).toBe(before);
    expect(await sendReminders(OPENING)).toBe(5 - before);
    expect(await mail()).toEqual(opening("amara", "ben", "chidi", "dilys", "eve"));
  });

  test("costs the same few statements for two people as for five", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const cost = async (batch: number) => {
      await db.reminderLetter.deleteMany();
      asked.mockClear();
      await sendReminders(OPENING, { batch });
      return asked.mock.calls.filter(([sql]) => !/OutboxMessage/.test(JSON.stringify(sql))).length;
    };
    await db.user.updateMany({
      where: { id: { in: [chidi.userId, dilys.userId, eve.userId] } },
      data: { accessEndedAt: OPENING },
    });
    const two = await cost(200);
    await db.user.updateMany({ data: { accessEndedAt: null } });
    expect(await cost(200)).toBe(two);
    asked.mockRestore();
  });

  test("what is done is not reminded of, and nothing that is being written just then", async () => {
    await done([eve], [9, 10], "2026-10-01");
    let release = () => {};
    const writing = new Promise<void>((resolve) => {
      release = resolve;
    });
    let held = () => {};
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    const other = inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "EnrolmentMilestone" WHERE "enrolmentId" = ${ben.enrolmentId}::uuid FOR UPDATE`;
      held();
      await writing;
    });
    await holding;
    await sendReminders(OPENING);
    release();
    await other;
    const study = "eve: Open now: Online self-directed study, module 2";
    expect(await mail()).toEqual([...opening("amara", "chidi", "dilys"), study]);
    // What was being written has come to nothing: it is said the same day.
    expect(await sendReminders(londonTime("2026-10-01", "10:00"))).toBe(1);
  });
});

describe("who is not reminded", () => {
  test("people who are deferred, have withdrawn, or may not come in; who comes back gets no flood", async () => {
    await status(ben, "deferred", "2026-09-14");
    await status(chidi, "withdrawn", "2026-09-14");
    await endAccess(admin, eve.userId, OPENING);
    await sendReminders(OPENING);
    expect(await mail()).toEqual(opening("amara", "dilys"));
    await db.outboxMessage.deleteMany();
    await db.reminderLetter.deleteMany();
    // Ben is back on the day on which four things of his are late or closing.
    await status(ben, "active", "2026-11-02");
    await sendReminders(londonTime("2026-11-02", "09:00"));
    expect((await mail()).map((line) => line.split(":")[0])).toEqual(["amara", "dilys"]);
    await deliverDue(londonTime("2026-11-02", "09:01"));
    // What falls due from then on reaches him as everybody else.
    await sendReminders(londonTime("2026-11-08", "09:00"));
    const bens = (await mail()).filter((line) => line.startsWith("ben"));
    expect(bens).toEqual(["ben: Overdue: End of module evaluation, module 1, and 1 more"]);
  });
});

describe("choosing", () => {
  test("how often, signed in or by the link of any reminder, is written down", async () => {
    await db.auditEntry.deleteMany({ where: { action: "reminders.chosen" } }).catch(() => {});
    await db.reminderChoice.deleteMany();
    expect(await myFrequency(amara)).toBe("weekly");
    await chooseFrequency(amara, "each", OPENING);
    await chooseFrequency(amara, "each", OPENING);
    const token = choiceAddress(amara.userId).split("/").at(-1);
    expect(await frequencyBehind(token)).toBe("each");
    await chooseByLink(token, "essential", OPENING);
    expect(await myFrequency(amara)).toBe("essential");
    const entries = await db.auditEntry.findMany({
      where: { action: "reminders.chosen", subjectId: amara.userId, at: OPENING },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ actorId, before, after }) => [actorId, before, after])).toEqual([
      [amara.userId, { frequency: "weekly" }, { frequency: "each", byLink: false }],
      [null, { frequency: "each" }, { frequency: "essential", byLink: true }],
    ]);
    await Promise.all([
      chooseFrequency(ben, "each", OPENING),
      chooseByLink(token, "weekly", OPENING),
      chooseFrequency(amara, "each", OPENING),
    ]);
    expect(["weekly", "each"]).toContain(await myFrequency(amara));
  });

  test("nobody else's: a link that was not made here, and somebody who takes part in nothing, find nothing", async () => {
    const token = choiceAddress(amara.userId).split("/").at(-1) ?? "";
    for (const forged of [
      "",
      "x",
      null,
      token.replace(amara.userId, ben.userId),
      `${token}.`,
      token.slice(0, -1),
    ]) {
      expect(await frequencyBehind(forged)).toBeNull();
      await expect(chooseByLink(forged, "each", OPENING)).rejects.toThrow("");
    }
    const visitor = await actor({ name: "Nia Brooke", email: "nia.brooke@example.org" });
    expect(await myFrequency(visitor)).toBeNull();
    await expect(chooseFrequency(visitor, "each", OPENING)).rejects.toMatchObject({ name: "NotFound" });
    expect(await frequencyBehind(choiceAddress(visitor.userId).split("/").at(-1))).toBeNull();
  });
});
