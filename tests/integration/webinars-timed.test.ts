import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tokenHash } from "@/lib/auth/secrets";
import { londonTime } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { env } from "@/lib/env";
import { cancelWebinar } from "@/lib/webinars/cancel";
import { forgetRegistrations } from "@/lib/webinars/forget";
import { giveUpPlace } from "@/lib/webinars/give-up";
import { placeOf } from "@/lib/webinars/queries";
import { remindRegistered } from "@/lib/webinars/remind";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { minutesLater, NINE } from "../support/signing-in";
import {
  change,
  letters,
  read,
  register,
  registered,
  templates,
  tokenOf,
  webinar,
} from "../support/webinars";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
beforeEach(async () => {
  await db.webinarRegistration.deleteMany();
  await db.webinar.deleteMany();
});
afterAll(disconnect);

const REMINDED = ["webinar-confirmation", "webinar-reminder"];

describe("the reminder", () => {
  it("goes out once, the day before, in the daytime, with the very link of the confirmation", async () => {
    const id = await webinar(world.ruth);
    const { email, token } = await registered(id);
    const at = (day: string, time: string) => remindRegistered(londonTime(day, time));
    for (const [day, time] of [
      ["2026-12-01", "12:00"],
      ["2026-12-02", "00:10"],
      ["2026-12-02", "07:59"],
    ] as const)
      expect(await at(day, time), `${day} ${time}`).toBe(0);
    const both = await Promise.all([at("2026-12-02", "08:00"), at("2026-12-02", "08:00")]);
    expect(both[0] + both[1]).toBe(1);
    expect(await at("2026-12-02", "08:10")).toBe(0);
    expect(await templates(email)).toEqual(REMINDED);
    expect((await letters(email)).at(-1)?.subject).toBe("Tomorrow: Fees, funding and time");
    expect(await tokenOf(email)).toBe(token);
    const [row] = (await read(id)).registrations;
    expect(row?.remindedAt).toEqual(londonTime("2026-12-02", "08:00"));
  });

  it("does not come in the evening, nor on the day itself", async () => {
    const id = await webinar(world.ruth);
    await register(id);
    for (const [day, time] of [
      ["2026-12-02", "20:00"],
      ["2026-12-02", "23:50"],
      ["2026-12-03", "09:00"],
      ["2026-12-03", "16:10"],
    ] as const)
      expect(await remindRegistered(londonTime(day, time)), `${day} ${time}`).toBe(0);
    expect(await remindRegistered(londonTime("2026-12-02", "19:59"))).toBe(1);
  });

  it.each([
    ["the clocks go forward", "2027-03-28", "2027-03-27", "2027-03-27T08:00:00Z"],
    ["the day after they went forward", "2027-03-29", "2027-03-28", "2027-03-28T07:00:00Z"],
    ["the clocks go back", "2027-10-31", "2027-10-30", "2027-10-30T07:00:00Z"],
    ["the day after they went back", "2027-11-01", "2027-10-31", "2027-10-31T08:00:00Z"],
  ])("has London's day and hour right when %s", async (_, day, before, eight) => {
    const id = await webinar(world.ruth, { day, startTime: "00:15", endTime: "23:30" });
    const { email } = await registered(id);
    const morning = new Date(eight);
    expect(morning).toEqual(londonTime(before, "08:00"));
    expect(await remindRegistered(minutesLater(-1, morning))).toBe(0);
    expect(await remindRegistered(morning)).toBe(1);
    expect(await templates(email)).toEqual(REMINDED);
  });

  it("goes to nobody who gave their place up, and for nothing that is cancelled or a day later now", async () => {
    const morning = londonTime("2026-12-02", "09:00");
    const [left, off, moved] = [
      await webinar(world.ruth),
      await webinar(world.ruth),
      await webinar(world.ruth),
    ];
    await giveUpPlace((await registered(left)).token, NINE);
    await register(off);
    await cancelWebinar(world.ruth, { webinarId: off, version: 2, message: "" }, NINE);
    const { email } = await registered(moved);
    await change(world.ruth, moved, 2, { day: "2026-12-04" });
    expect(await remindRegistered(morning)).toBe(0);
    expect(await remindRegistered(londonTime("2026-12-03", "09:00"))).toBe(1);
    expect(await templates(email)).toEqual(["webinar-confirmation", "webinar-changed", "webinar-reminder"]);
  });

  it("comes again when the webinar is moved after it, and not for whoever registers the day before", async () => {
    const id = await webinar(world.ruth);
    const early = await registered(id);
    const morning = londonTime("2026-12-02", "09:00");
    const late = await registered(id, morning);
    expect(await remindRegistered(morning)).toBe(1);
    await change(world.ruth, id, 2, { day: "2026-12-10" }, morning);
    expect(await remindRegistered(londonTime("2026-12-09", "09:00"))).toBe(2);
    expect(await templates(early.email)).toEqual([...REMINDED, "webinar-changed", "webinar-reminder"]);
    expect(await templates(late.email)).toEqual([
      "webinar-confirmation",
      "webinar-changed",
      "webinar-reminder",
    ]);
  });

  it("carries a link that works after the server's secret has changed", async () => {
    const id = await webinar(world.ruth);
    const { email, token } = await registered(id);
    const secret = env().NEXTAUTH_SECRET;
    try {
      env().NEXTAUTH_SECRET = "another-secret-of-at-least-32-characters-Qx7";
      const morning = londonTime("2026-12-02", "09:00");
      expect(await remindRegistered(morning)).toBe(1);
      const renewed = await tokenOf(email);
      expect(renewed).not.toBe(token);
      expect(await placeOf(renewed, morning)).toMatchObject({ givenUp: false });
      expect((await read(id)).registrations[0]?.tokenHash).toBe(tokenHash(renewed));
    } finally {
      env().NEXTAUTH_SECRET = secret;
    }
  });

  it("is not sent any more once the webinar has begun", async () => {
    await db.outboxMessage.deleteMany();
    const id = await webinar(world.ruth);
    const { email } = await registered(id);
    await db.outboxMessage.deleteMany();
    await remindRegistered(londonTime("2026-12-02", "19:50"));
    const sent = await deliverDue(londonTime("2026-12-03", "16:00"), { transport: { kind: "mailbox" } });
    expect(sent).toMatchObject({ sent: 0, dead: 1 });
    expect((await letters(email))[0]?.text).toBe("");
  });
});

describe("forgetting", () => {
  it("deletes names, addresses and e-mails twelve months after the webinar, and keeps the number", async () => {
    const [old, newer] = [await webinar(world.ruth), await webinar(world.ruth, { day: "2026-12-20" })];
    const first = await registered(old);
    const second = await registered(newer);
    await deliverDue(minutesLater(1), { transport: { kind: "mailbox" } });
    expect(await forgetRegistrations(new Date("2027-12-03T16:45:00Z"))).toBe(0);
    expect(await forgetRegistrations(new Date("2027-12-03T16:45:01Z"))).toBe(1);
    expect(await read(old)).toMatchObject({ placesTaken: 1, registrations: [] });
    expect(await letters(first.email)).toEqual([]);
    expect(await db.demoMail.count({ where: { toAddress: first.email } })).toBe(0);
    expect(await placeOf(first.token, new Date("2027-12-04T03:23:00Z"))).toBeNull();
    expect((await read(newer)).registrations).toHaveLength(1);
    expect(await letters(second.email)).toHaveLength(1);
    expect(await forgetRegistrations(new Date("2028-02-29T03:23:00Z"))).toBe(1);
  });
});
