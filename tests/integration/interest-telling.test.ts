import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { londonTime } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { smtpTransport } from "@/lib/email/transport";
import { leaveList } from "@/lib/interest/leave";
import type { Topic } from "@/lib/interest/schema";
import { tellNews } from "@/lib/interest/tell";
import { confirmHash, leaveToken } from "@/lib/interest/tokens";
import { type Admissions, admissions } from "../support/admissions";
import { startCohort } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { NINE } from "../support/signing-in";
import { startSmtp } from "../support/smtp";

/** Those who asked are told, once, whoever tells and however often it is broken off. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  await startCohort(world.admin, world.programmeId, {
    slug: "spring-2029",
    name: "Spring 2029",
    startMonth: "2029-05",
  });
});
beforeEach(async () => {
  await db.interest.deleteMany();
  await db.scholarshipNotice.deleteMany();
  await db.outboxMessage.deleteMany();
  // What has opened by then counts as told, so that each test begins with nothing to tell.
  await tellNews(NINE);
});
afterAll(disconnect);

const minutes = (count: number, from = NINE) => new Date(from.getTime() + count * 60_000);
let count = 0;

/** Rows as asking and confirming leave them (interest.test.ts), as many as are wanted. */
async function listed(many: number, topic: Topic = "scholarships", confirmedAt: Date | null = NINE) {
  const rows = Array.from({ length: many }, () => `nia.brooke.${++count}@example.org`).map((email) => ({
    email,
    topic,
    programmeId: world.programmeId,
    askedAt: NINE,
    confirmedAt,
    confirmTokenHash: confirmHash(topic, email),
  }));
  return db.interest.createManyAndReturn({ data: rows });
}
const notice = (publicFrom: Date, withdrawnAt: Date | null = null) =>
  db.scholarshipNotice.create({
    data: {
      programmeId: world.programmeId,
      body: "Six places are funded.",
      publicFrom,
      withdrawnAt,
      writtenById: world.ruth.userId,
      writtenAt: NINE,
    },
  });
const told = async () =>
  (await db.outboxMessage.findMany({ where: { template: "interest-news" } }))
    .map((each) => each.toAddress)
    .sort();
const addresses = (rows: { email: string }[]) => rows.map(({ email }) => email).sort();
const news = (subjectId: string) => db.interestNews.findUnique({ where: { subjectId } });

describe("a scholarship notice", () => {
  it("is told from its time on, once, to those who have confirmed", async () => {
    const people = await listed(3);
    await listed(1, "scholarships", null);
    await listed(1, "next_cohort");
    const { id } = await notice(minutes(60));
    expect(await tellNews(minutes(59))).toBe(0);
    expect(await told()).toEqual([]);
    expect(await tellNews(minutes(60))).toBe(3);
    expect(await tellNews(minutes(65))).toBe(0);
    expect(await told()).toEqual(addresses(people));
    expect(await news(id)).toMatchObject({ topic: "scholarships", told: 3, toldAt: minutes(60) });
    expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { actorId: null, action: "interest.told", after: { topic: "scholarships", told: 3 } },
    ]);
    // They stay for the next notice.
    expect(await db.interest.count({ where: { topic: "scholarships", confirmedAt: { not: null } } })).toBe(3);
  });

  it("carries to each the way to leave, also in the head of what is really sent", async () => {
    const [person] = await listed(1);
    await notice(NINE);
    await tellNews(NINE);
    const smtp = await startSmtp();
    await deliverDue(minutes(1), {
      transport: smtpTransport(smtp.url, "npq@portal.example.org"),
      batch: 500,
    });
    await smtp.stop();
    const letter = smtp.received.find(({ to }) => to === person?.email);
    const head = (letter?.raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ");
    const leave = `/be-told/leave/${leaveToken(person?.id ?? "")}`;
    expect(head).toMatch(
      new RegExp(`^List-Unsubscribe: <http[^>]*${leave.replaceAll(".", "\\.")}/one-click>$`, "m"),
    );
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const [queued] = await db.outboxMessage.findMany({ where: { toAddress: person?.email ?? "" } });
    expect(queued?.text).toContain(`Leave this list:\n`);
    expect(queued?.text).toContain(leave);
    expect(queued?.html).toContain(`href="http`);
  });

  it("is told once by servers that tell at the same moment", async () => {
    const people = await listed(25);
    const { id } = await notice(NINE);
    await Promise.all(Array.from({ length: 4 }, () => tellNews(NINE, { batch: 4 })));
    expect(await told()).toEqual(addresses(people));
    expect(await news(id)).toMatchObject({ told: 25 });
    expect(await db.auditEntry.count({ where: { subjectId: id } })).toBe(1);
  });

  it("is told to the end, and to nobody twice, when it was broken off half-way", async () => {
    const people = await listed(9);
    const { id } = await notice(NINE);
    const lifted = await breakingAt(people.map(({ id }) => id).sort()[5] ?? "");
    await expect(tellNews(NINE, { batch: 2 })).rejects.toThrow();
    expect(await told()).toHaveLength(4);
    expect(await news(id)).toBeNull();
    await lifted();
    expect(await tellNews(minutes(5), { batch: 2 })).toBe(9);
    expect(await told()).toEqual(addresses(people));
    expect(await news(id)).toMatchObject({ told: 9 });
  });

  it("is not told once withdrawn, nor while the programme is not public", async () => {
    await listed(2);
    await notice(NINE, minutes(1));
    expect(await tellNews(minutes(2))).toBe(0);
    await notice(NINE);
    const where = { id: world.programmeId };
    await db.programme.update({ where, data: { publishedAt: minutes(10) } });
    expect(await tellNews(minutes(2))).toBe(0);
    await db.programme.update({ where, data: { publishedAt: NINE } });
    expect(await tellNews(minutes(3))).toBe(2);
  });

  it("never reaches those who left, even when their e-mail was queued already", async () => {
    const [first, second] = await listed(2);
    await leaveList(leaveToken(first?.id ?? ""), NINE);
    await notice(NINE);
    await tellNews(NINE);
    expect(await told()).toEqual([second?.email]);
    await leaveList(leaveToken(second?.id ?? ""), NINE);
    expect(await told()).toEqual([]);
  });

  it("goes to nobody who leaves while it is being told", async () => {
    const people = await listed(20);
    await notice(NINE);
    const leaving = people.map(({ id }) => leaveList(leaveToken(id), NINE));
    await Promise.all([tellNews(NINE, { batch: 3 }), ...leaving]);
    expect(await told()).toEqual([]);
    expect(await db.interest.count()).toBe(0);
  });
});

describe("a cohort that opens for applications", () => {
  const eve = londonTime("2027-08-31", "23:59");
  const opened = londonTime("2027-09-01", "00:00");

  it("is told on the day it opens in London, and with it the address has done its work", async () => {
    const people = await listed(3, "next_cohort");
    await listed(1, "next_cohort", null);
    expect(await tellNews(eve)).toBe(0);
    expect(await tellNews(opened)).toBe(3);
    expect(await told()).toEqual(addresses(people));
    const [letter] = await db.outboxMessage.findMany({ where: { template: "interest-news" } });
    expect(letter?.subject).toBe("NPQEL: applications for Spring 2028 are open");
    expect(letter?.text).toContain("applications close on Sunday 26 March 2028");
    expect(letter?.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
    expect(await db.interest.count({ where: { confirmedAt: { not: null } } })).toBe(0);
    // Who asks from now on waits for the one after it.
    await listed(1, "next_cohort");
    expect(await tellNews(minutes(10, opened))).toBe(0);
  });

  it("is told once by two at once, half-way or not", async () => {
    const people = await listed(9, "next_cohort");
    const next = londonTime("2028-09-01", "07:00");
    const lifted = await breakingAt(people.map(({ id }) => id).sort()[5] ?? "");
    await expect(tellNews(next, { batch: 2 })).rejects.toThrow();
    expect(await told()).toHaveLength(4);
    await lifted();
    await Promise.all([tellNews(next, { batch: 2 }), tellNews(next, { batch: 2 })]);
    expect(await told()).toEqual(addresses(people));
    const [{ told: count } = { told: 0 }] = await db.interestNews.findMany({
      orderBy: { toldAt: "desc" },
      take: 1,
    });
    expect(count).toBe(9);
  });
});

/** Makes the database fail when that interest's e-mail is queued, as a server that dies there would leave things. */
async function breakingAt(interestId: string): Promise<() => Promise<void>> {
  await db.$executeRawUnsafe(
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`,
  );
  await db.$executeRawUnsafe(
    `CREATE TRIGGER broken BEFORE INSERT ON "OutboxMessage" FOR EACH ROW WHEN (NEW."dedupeKey" LIKE '%:${interestId}') EXECUTE FUNCTION broken()`,
  );
  return async () => {
    await db.$executeRawUnsafe(`DROP TRIGGER broken ON "OutboxMessage"`);
    await db.$executeRawUnsafe(`DROP FUNCTION broken`);
  };
}
