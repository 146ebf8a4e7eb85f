import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, disconnect } from "@/lib/db";
import { NotFound, TooMany, WrongState } from "@/lib/errors";
import { askToBeTold } from "@/lib/interest/ask";
import { confirmInterest } from "@/lib/interest/confirm";
import { leaveList } from "@/lib/interest/leave";
import { purgeInterests } from "@/lib/interest/purge";
import { askedWith, leavingWith, waitingCounts } from "@/lib/interest/queries";
import { beToldForm, type Topic } from "@/lib/interest/schema";
import { leaveId, leaveToken } from "@/lib/interest/tokens";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { NINE, someIp, succeeded } from "../support/signing-in";

/** Asking to be told, confirming, and leaving. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
beforeEach(async () => {
  await db.interest.deleteMany();
});
afterAll(disconnect);

const on = (days: number) => new Date(NINE.getTime() + days * 86_400_000);
let people = 0;
const someone = () => `nia.brooke.${++people}@example.org`;
const ask = (email: string, topics: Topic[] = ["scholarships"], at = NINE, programme = "npqel") =>
  askToBeTold({ email, topics, programme, clientIp: someIp() }, at);
const letters = (toAddress: string) =>
  db.outboxMessage.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const tokenIn = (text = "") => /\/be-told\/([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? "";
const lastToken = async (email: string) => tokenIn((await letters(email)).at(-1)?.text);
const rows = (email: string) => db.interest.findMany({ where: { email }, orderBy: { topic: "asc" } });
const actions = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

/** Somebody who has asked and confirmed. */
async function listed(topics: Topic[] = ["scholarships"], at = NINE) {
  const email = someone();
  await ask(email, topics, at);
  await confirmInterest(await lastToken(email), at);
  return { email, rows: await rows(email) };
}

describe("asking", () => {
  it("keeps nothing but the address, unconfirmed, and sends one link for all that was ticked", async () => {
    const email = someone();
    await ask(email, ["scholarships", "next_cohort"]);
    const kept = await rows(email);
    expect(kept.map(({ topic, confirmedAt, askedAt }) => [topic, confirmedAt, askedAt])).toEqual([
      ["scholarships", null, NINE],
      ["next_cohort", null, NINE],
    ]);
    const [letter, ...more] = await letters(email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe("Do you want news about NPQEL?");
    const token = tokenIn(letter?.text);
    expect(token).toHaveLength(43);
    // Nothing in the tables lets anybody confirm, but for the e-mail itself.
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await askedWith(token, NINE)).toMatchObject({
      confirmed: false,
      until: "Monday 30 November 2026, 09:00",
    });
    expect(await actions(kept[0]?.id ?? "")).toEqual(["interest.asked"]);
    expect(await waitingCounts(world.programmeId)).toEqual({ scholarships: 0, next_cohort: 0 });
  });

  it("is one row and one e-mail, however often the button is clicked", async () => {
    const email = someone();
    const clicks = Array.from({ length: 4 }, () => ask(email));
    expect(await succeeded(clicks)).toBe(4);
    expect(await rows(email)).toHaveLength(1);
    expect(await letters(email)).toHaveLength(1);
    await confirmInterest(await lastToken(email), NINE);
  });

  it("sends a new link to who asks again later; the old one is void", async () => {
    const email = someone();
    await ask(email);
    const first = await lastToken(email);
    await ask(email, ["scholarships"], on(1));
    const second = await lastToken(email);
    expect(second).not.toBe(first);
    await expect(confirmInterest(first, on(1))).rejects.toThrow(WrongState);
    await confirmInterest(second, on(1));
  });

  it("answers the same to who is on the list, tells them by e-mail once a day, and changes nothing", async () => {
    const { email, rows: before } = await listed();
    expect(await ask(email, ["scholarships"], on(1))).toBeUndefined();
    await ask(email, ["scholarships"], on(1));
    const sent = await letters(email);
    expect(sent.map(({ template }) => template)).toEqual(["interest-confirm", "interest-known"]);
    expect(sent[1]?.text).toContain(`/be-told/leave/${leaveToken(before[0]?.id ?? "")}`);
    expect(await rows(email)).toEqual(before);
  });

  it("asks for confirmation only of what is new", async () => {
    const { email } = await listed(["scholarships"]);
    await ask(email, ["scholarships", "next_cohort"], on(1));
    const token = await lastToken(email);
    expect((await askedWith(token, on(1)))?.topics.map(({ topic }) => topic)).toEqual(["next_cohort"]);
  });

  it("refuses a programme that there is not, and counts by address and by network", async () => {
    await expect(ask(someone(), ["scholarships"], NINE, "nowhere")).rejects.toThrow(NotFound);
    await expect(ask(someone(), ["scholarships"], NINE, "../npqel")).rejects.toThrow(NotFound);
    const email = someone();
    for (let times = 0; times < 5; times++) await ask(email);
    await expect(ask(email)).rejects.toThrow(TooMany);
    const clientIp = someIp();
    const from = () =>
      askToBeTold({ email: someone(), topics: ["scholarships"], programme: "npqel", clientIp }, NINE);
    for (let times = 0; times < 20; times++) await from();
    await expect(from()).rejects.toThrow(TooMany);
  });

  it.each([
    [{ email: "a@example.org" }, "topics"],
    [{ email: "a@example.org", topics: "everything" }, "topics"],
    [{ email: "a@example.org", topics: ["scholarships", "scholarships", "next_cohort"] }, "topics"],
    [{ email: "nobody", topics: "scholarships" }, "email"],
  ])("refuses %j", (form, field) => {
    const parsed = beToldForm.safeParse(form);
    expect(parsed.error?.issues[0]?.path[0]).toBe(field);
  });

  it("refuses a field more, and takes one tick or two", () => {
    const form = { email: "A@Example.org", topics: "scholarships" };
    expect(beToldForm.parse(form)).toEqual({ email: "a@example.org", topics: ["scholarships"] });
    expect(beToldForm.parse({ ...form, topics: ["next_cohort", "scholarships"] }).topics).toHaveLength(2);
    expect(beToldForm.safeParse({ ...form, confirmedAt: "now" }).success).toBe(false);
  });
});

describe("confirming", () => {
  it("counts from then on, and twice is once, also at the same moment", async () => {
    const email = someone();
    await ask(email);
    const token = await lastToken(email);
    const clicks = Array.from({ length: 3 }, () => confirmInterest(token, on(1)));
    expect(await succeeded(clicks)).toBe(3);
    await confirmInterest(token, on(3));
    const [row] = await rows(email);
    expect(row?.confirmedAt).toEqual(on(1));
    expect(await actions(row?.id ?? "")).toEqual(["interest.asked", "interest.confirmed"]);
    expect(await askedWith(token, on(100))).toMatchObject({ confirmed: true });
    expect(await waitingCounts(world.programmeId)).toEqual({ scholarships: 1, next_cohort: 0 });
  });

  it("is refused after seven days, and for what is no token", async () => {
    const email = someone();
    await ask(email);
    const token = await lastToken(email);
    await expect(confirmInterest(token, on(7))).rejects.toThrow(WrongState);
    expect(await askedWith(token, on(7))).toBeNull();
    for (const wrong of ["", "x", "a".repeat(43), { not: "" }, undefined] as string[]) {
      await expect(confirmInterest(wrong, NINE)).rejects.toThrow(WrongState);
      expect(await askedWith(wrong, NINE)).toBeNull();
    }
    await confirmInterest(token, new Date(on(7).getTime() - 1));
  });

  it("looking at the link changes nothing", async () => {
    const email = someone();
    await ask(email);
    const before = await rows(email);
    await askedWith(await lastToken(email), NINE);
    expect(await rows(email)).toEqual(before);
  });
});

describe("leaving", () => {
  it("deletes the address, and twice is once, also at the same moment", async () => {
    const { email, rows: kept } = await listed(["scholarships", "next_cohort"]);
    const id = kept[0]?.id ?? "";
    const token = leaveToken(id);
    expect(await leavingWith(token)).toMatchObject({ state: "on", topic: "scholarships" });
    const clicks = Array.from({ length: 3 }, () => leaveList(token, on(1)));
    expect(await succeeded(clicks)).toBe(3);
    await leaveList(token, on(2));
    expect((await rows(email)).map(({ topic }) => topic)).toEqual(["next_cohort"]);
    expect(await leavingWith(token)).toEqual({ state: "off" });
    expect(await actions(id)).toEqual(["interest.asked", "interest.confirmed", "interest.left"]);
  });

  it("lets who has left ask again, from the beginning", async () => {
    const { email, rows: kept } = await listed();
    await leaveList(leaveToken(kept[0]?.id ?? ""), NINE);
    await ask(email, ["scholarships"], on(1));
    expect(await rows(email)).toMatchObject([{ confirmedAt: null }]);
  });

  it("knows its own links only", async () => {
    const { rows: kept } = await listed();
    const token = leaveToken(kept[0]?.id ?? "");
    const other = leaveToken("01990000-0000-7000-8000-000000000000");
    const mixed = `${kept[0]?.id}.${other.split(".")[1]}`;
    expect(leaveId(token)).toBe(kept[0]?.id);
    for (const wrong of [
      mixed,
      `${token}x`,
      token.slice(0, -1),
      `${token}.`,
      "",
      "a.b",
      { not: "" },
      undefined,
    ]) {
      await expect(leaveList(wrong, NINE)).rejects.toThrow(NotFound);
      expect(await leavingWith(wrong)).toBeNull();
    }
    expect(await db.interest.count()).toBe(1);
  });
});

it("deletes what nobody confirmed after seven days, and the rest after two years", async () => {
  const waiting = someone();
  await ask(waiting);
  const { email } = await listed(["scholarships"], on(1));
  await purgeInterests(new Date(on(7).getTime() - 1));
  expect(await rows(waiting)).toHaveLength(1);
  expect(await purgeInterests(on(7))).toBe(1);
  expect(await rows(waiting)).toHaveLength(0);
  expect(await purgeInterests(on(729))).toBe(0);
  expect(await rows(email)).toHaveLength(1);
  expect(await purgeInterests(on(735))).toBe(1);
});
