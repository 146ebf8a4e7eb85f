import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { answerEnquiry } from "@/lib/enquiries/answer";
import { askQuestion } from "@/lib/enquiries/ask";
import { setEnquiryAside } from "@/lib/enquiries/close";
import { enquiryForStaff, enquiryReceipt } from "@/lib/enquiries/queries";
import { enquiryQueue } from "@/lib/enquiries/queue";
import { FieldProblem, NotFound, StaleVersion, TooMany } from "@/lib/errors";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { NINE, someIp, succeeded } from "../support/signing-in";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const hoursOn = (hours: number, from = NINE) => new Date(from.getTime() + hours * 3_600_000);
let people = 0;
const someone = () => `tariq.mahmood.${++people}@example.org`;
const typed = () => ({
  formKey: randomUUID(),
  name: "Tariq Mahmood",
  email: someone(),
  programme: "npqel",
  question: "Is there help with travel?\nI live in Northumberland.",
  clientIp: someIp(),
});
type Typed = ReturnType<typeof typed>;

/** A question that waits. */
async function asked(part: Partial<Typed> = {}, at = NINE) {
  const { reference } = await askQuestion({ ...typed(), ...part }, at);
  return db.enquiry.findUniqueOrThrow({ where: { reference } });
}
const answer = (actor: Actor, enquiryId: string, at: Date, part = {}) =>
  answerEnquiry(
    actor,
    { enquiryId, seen: "waiting-0", formKey: randomUUID(), body: "There is.\n\nWrite to us.", ...part },
    at,
  );
const setAside = (actor: Actor, enquiryId: string, part = {}) =>
  setEnquiryAside(actor, { enquiryId, seen: "waiting-0", reason: "Advertising", ...part }, NINE);
const read = (id: string) => db.enquiry.findUniqueOrThrow({ where: { id }, include: { answers: true } });
const letters = (toAddress: string) =>
  db.outboxMessage.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const audit = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ actorId, action, after }) => ({ actorId, action, after }),
  );

describe("asking", () => {
  it("keeps the question, due in 48 hours, and confirms by e-mail", async () => {
    const enquiry = await asked();
    expect(enquiry).toMatchObject({
      programmeId: world.programmeId,
      name: "Tariq Mahmood",
      createdAt: NINE,
      dueAt: hoursOn(48),
      answeredAt: null,
      closedAt: null,
    });
    expect(enquiry.reference).toMatch(/^Q-[2-9A-Z]{6}$/);
    const after = { programmeId: world.programmeId, dueAt: "2026-11-25T09:00:00.000Z" };
    expect(await audit(enquiry.id)).toEqual([{ actorId: null, action: "enquiry.asked", after }]);
    const [letter, ...more] = await letters(enquiry.email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe(`We have your question: ${enquiry.reference}`);
    expect(letter?.text).toContain("by Wednesday 25 November 2026, 09:00");
    expect(await enquiryReceipt(enquiry.reference)).toEqual({
      reference: enquiry.reference,
      state: "waiting",
      dueAt: "Wednesday 25 November 2026, 09:00",
      answeredAt: null,
    });
  });

  it("carries nothing that was typed to an address that may be a stranger's", async () => {
    const { email } = await asked({ name: "Buy at shop.example", question: "Cheap at shop.example" });
    const [letter] = await letters(email);
    expect(`${letter?.subject}${letter?.text}${letter?.html}`).not.toContain("shop.example");
  });

  it("promises what the programme promises", async () => {
    const where = { id: world.programmeId };
    await db.programme.update({ where, data: { contactReplyHours: 24 } });
    expect((await asked()).dueAt).toEqual(hoursOn(24));
    expect(await asked({ programme: "" })).toMatchObject({ dueAt: hoursOn(48), programmeId: null });
    await db.programme.update({ where, data: { contactReplyHours: 48 } });
  });

  it("is one enquiry and one e-mail, however often the form is sent", async () => {
    const form = typed();
    const sent = await Promise.all(Array.from({ length: 4 }, () => askQuestion(form, NINE)));
    sent.push(await askQuestion(form, hoursOn(3)));
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1);
    expect(await db.enquiry.count({ where: { email: form.email } })).toBe(1);
    expect(await letters(form.email)).toHaveLength(1);
  });

  it("hears who goes back and asks something else with the same form", async () => {
    const form = typed();
    const first = await askQuestion(form, NINE);
    const second = await askQuestion({ ...form, question: "And by train?" }, NINE);
    expect(second.reference).not.toBe(first.reference);
  });

  it("refuses a programme that is not on offer, and keeps nothing", async () => {
    const form = { ...typed(), programme: "npqh" };
    await expect(askQuestion(form, NINE)).rejects.toThrow(FieldProblem);
    expect(await db.enquiry.count({ where: { email: form.email } })).toBe(0);
    expect(await letters(form.email)).toEqual([]);
  });

  it("takes five a day from one address", async () => {
    const email = someone();
    const six = Array.from({ length: 6 }, () => askQuestion({ ...typed(), email }, NINE));
    expect(await succeeded(six)).toBe(5);
    await expect(askQuestion({ ...typed(), email }, hoursOn(8))).rejects.toThrow(
      new TooMany(
        "Too many questions have come from this address. Try again after Tuesday 24 November 2026, 00:00.",
      ),
    );
    await askQuestion({ ...typed(), email }, hoursOn(15));
  });

  it("takes twenty an hour from one network", async () => {
    const clientIp = someIp();
    const many = Array.from({ length: 21 }, () => askQuestion({ ...typed(), clientIp }, NINE));
    expect(await succeeded(many)).toBe(20);
    await askQuestion({ ...typed(), clientIp }, hoursOn(1));
  });
});

describe("answering", () => {
  it("sends the answer with the question quoted, and says who and when", async () => {
    const { id, email, reference } = await asked();
    expect(await answer(world.owen, id, hoursOn(5))).toBe(1);
    const enquiry = await read(id);
    expect(enquiry.answeredAt).toEqual(hoursOn(5));
    expect(enquiry.answers).toMatchObject([{ answeredById: world.owen.userId, answeredAt: hoursOn(5) }]);
    const [, letter, ...more] = await letters(email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe(`Our answer to your question: ${reference}`);
    expect(letter?.text).toContain(
      `Dear Tariq Mahmood,\n\nThere is.\n\nWrite to us.\n\n${world.owen.name}\n\nYou asked on Monday 23 November 2026, 09:00:\n> Is there help with travel?\n> I live in Northumberland.`,
    );
    expect((await audit(id)).at(-1)).toEqual({
      actorId: world.owen.userId,
      action: "enquiry.answered",
      after: { state: "answered", answers: 1, inTime: true },
    });
    expect(await enquiryReceipt(reference)).toMatchObject({ state: "answered" });
  });

  it("may be done again, and the first answer keeps its time", async () => {
    const { id, email } = await asked();
    await answer(world.ruth, id, hoursOn(5));
    expect(await answer(world.admin, id, hoursOn(90), { seen: "answered-1", body: "And more." })).toBe(2);
    expect((await read(id)).answeredAt).toEqual(hoursOn(5));
    expect(await letters(email)).toHaveLength(3);
  });

  it("is one answer and one e-mail, however often the form is sent", async () => {
    const { id, email } = await asked();
    const formKey = randomUUID();
    const sent = Array.from({ length: 5 }, () => answer(world.ruth, id, NINE, { formKey }));
    expect(await Promise.all(sent)).toEqual([1, 1, 1, 1, 1]);
    expect((await read(id)).answers).toHaveLength(1);
    expect(await letters(email)).toHaveLength(2);
  });

  it("lets one of two at once through, and tells the other", async () => {
    const { id, email } = await asked();
    const both = await Promise.allSettled([answer(world.ruth, id, NINE), answer(world.owen, id, NINE)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = both.find((each) => each.status === "rejected")?.reason;
    expect(refusal).toBeInstanceOf(StaleVersion);
    expect(refusal.message).toMatch(/^Somebody else dealt with this enquiry.*Nothing you typed is lost/);
    expect((await read(id)).answers).toHaveLength(1);
    expect(await letters(email)).toHaveLength(2);
  });

  it("does not take another enquiry's form for its own", async () => {
    const [one, other] = [await asked(), await asked()];
    const formKey = randomUUID();
    await answer(world.ruth, one.id, NINE, { formKey });
    await expect(answer(world.ruth, other.id, NINE, { formKey })).rejects.toThrow(StaleVersion);
    expect((await read(other.id)).answeredAt).toBeNull();
  });

  it("comes after all to what was set aside by mistake", async () => {
    const { id } = await asked();
    await setAside(world.ruth, id);
    await answer(world.ruth, id, hoursOn(2), { seen: "set_aside-0" });
    expect(await read(id)).toMatchObject({ closedAt: null, closedById: null, answeredAt: hoursOn(2) });
  });

  it("is for cohort managers and administrators only", async () => {
    const { id } = await asked();
    const nobody = { ...world.ruth, roles: [] };
    for (const actor of [world.priya, nobody]) {
      await expect(answer(actor, id, NINE)).rejects.toThrow(NotFound);
      await expect(setAside(actor, id)).rejects.toThrow(NotFound);
      expect(await enquiryForStaff(actor, id, NINE)).toBeNull();
      expect(await enquiryQueue(actor, { page: 1 }, NINE)).toBeNull();
    }
    expect(await read(id)).toMatchObject({ answeredAt: null, closedAt: null });
  });

  it("finds nothing under an id that is none", async () => {
    for (const id of ["", "1", randomUUID(), "' OR 1=1"])
      await expect(answer(world.ruth, id, NINE)).rejects.toThrow(NotFound);
  });
});

describe("setting aside", () => {
  it("keeps the reason and sends no e-mail", async () => {
    const { id, email } = await asked();
    await setAside(world.ruth, id);
    expect(await read(id)).toMatchObject({
      closedAt: NINE,
      closedById: world.ruth.userId,
      closedReason: "Advertising",
    });
    expect(await letters(email)).toHaveLength(1);
    const rows = await audit(id);
    expect(rows.at(-1)).toMatchObject({ actorId: world.ruth.userId, action: "enquiry.set_aside" });
    expect(JSON.stringify(rows)).not.toContain("Advertising");
  });

  it("is refused once somebody has answered, or set it aside", async () => {
    const { id } = await asked();
    await answer(world.ruth, id, NINE);
    await expect(setAside(world.owen, id)).rejects.toThrow(StaleVersion);
    await expect(setAside(world.owen, id, { seen: "answered-1" })).rejects.toThrow("does not wait");
    const other = await asked();
    const both = [setAside(world.ruth, other.id), setAside(world.owen, other.id)];
    expect(await succeeded(both)).toBe(1);
  });
});

describe("the queue", () => {
  const MAY = new Date("2027-05-10T09:00:00Z");
  const queue = async (filters = {}, at = MAY) => {
    const found = await enquiryQueue(world.ruth, { page: 1, ...filters }, at);
    if (!found) throw new Error("Ruth may see the queue");
    return found;
  };

  it("has what is due first on top, counts, and says how many were in time", async () => {
    await db.enquiry.deleteMany();
    const late = await asked({ name: "Late" }, hoursOn(-50, MAY));
    const soon = await asked({ name: "Soon" }, hoursOn(-43, MAY));
    const calm = await asked({ name: "Calm" }, hoursOn(-1, MAY));
    for (const [askedBefore, answeredBefore] of [
      [40 * 24, 31 * 24],
      [20 * 24, 19 * 24],
      [9 * 24, 7 * 24],
      [9 * 24, 7 * 24 - 1],
    ] as const) {
      const { id } = await asked({ name: "Done" }, hoursOn(-askedBefore, MAY));
      await answer(world.ruth, id, hoursOn(-answeredBefore, MAY));
    }
    await setAside(world.ruth, (await asked({ name: "Aside" }, hoursOn(-60, MAY))).id);

    const { rows, counts, recent } = await queue();
    expect(rows.map(({ name, due }) => [name, due?.words])).toEqual([
      ["Late", "2 h late"],
      ["Soon", "due in 5 h"],
      ["Calm", "due in 47 h"],
    ]);
    expect(rows.map(({ id }) => id)).toEqual([late.id, soon.id, calm.id]);
    expect(counts).toEqual({ waiting: 3, late: 1, near: 1, answered: 4, set_aside: 1 });
    // One is too long ago; one of the others came after 49 hours.
    expect(recent).toEqual({ answered: 3, inTime: 2 });
    const answered = await queue({ show: "answered" });
    expect(answered.rows.map(({ late: words }) => words)).toEqual(["1 h late", null, null, "7 days late"]);
    const aside = await queue({ show: "set_aside" });
    expect(aside.rows.map(({ name, setAside: why }) => [name, why])).toEqual([["Aside", "Advertising"]]);
    expect((await queue({ show: "all" })).total).toBe(8);
  });

  it("finds by name, address, reference or word, and takes % for itself", async () => {
    const { reference } = await asked({ name: "Bronwen Tasker", question: "What is 90% of it?" }, MAY);
    for (const q of ["bronwen", reference, "90% of"]) expect((await queue({ q })).total, q).toBe(1);
    expect((await queue({ q: "%zzz%" })).total).toBe(0);
  });

  it("gives the last page for one beyond it", async () => {
    expect((await queue({ page: 900 })).page).toBe(1);
  });

  it("shows beside an enquiry what else came from the address", async () => {
    const email = someone();
    const first = await asked({ email, question: "First" }, MAY);
    const second = await asked({ email, question: "Second" }, hoursOn(1, MAY));
    const shown = await enquiryForStaff(world.ruth, second.id, hoursOn(2, MAY));
    expect(shown).toMatchObject({ standing: "waiting-0", question: "Second", answers: [] });
    expect(shown?.others.map(({ id, extract }) => [id, extract])).toEqual([[first.id, "First"]]);
  });
});

it("tells nothing about a reference that is none", async () => {
  for (const text of ["Q-ZZZZZZ", "", "Q-1", "%"]) expect(await enquiryReceipt(text)).toBeNull();
});
