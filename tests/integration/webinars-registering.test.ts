import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, disconnect } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { smtpTransport } from "@/lib/email/transport";
import { NotFound, TooMany, WrongState } from "@/lib/errors";
import { giveUpPlace } from "@/lib/webinars/give-up";
import { calendarOf, placeOf } from "@/lib/webinars/queries";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { minutesLater, NINE, someIp, succeeded } from "../support/signing-in";
import { startSmtp } from "../support/smtp";
import {
  audit,
  calendarTo,
  DETAILS,
  draft,
  ENDED,
  letters,
  read,
  register,
  registered,
  someone,
  templates,
  tokenOf,
  webinar,
} from "../support/webinars";

let world: Admissions;
let id: string;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  id = await webinar(world.ruth);
});
afterAll(disconnect);

describe("registering", () => {
  it("takes a place and e-mails the personal link with a calendar file", async () => {
    const { email, token } = await registered(id);
    const place = await db.webinarRegistration.findFirstOrThrow({ where: { email } });
    expect(place).toMatchObject({
      name: "Maya Lindqvist",
      registeredAt: NINE,
      cancelledAt: null,
      remindedAt: null,
    });
    expect(await audit(place.id)).toEqual(["portal: webinar.registered"]);
    const [letter, ...more] = await letters(email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      subject: "Your place: Fees, funding and time",
      secret: true,
      usefulUntil: ENDED,
    });
    expect(letter?.text).toContain("Thursday 3 December 2026, 16:00 to 16:45 (London time)");
    // Neither what was typed nor the joining link itself: the page has that.
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/Maya|meet\.example/);
    expect(await calendarTo(email)).toMatchObject({
      type: "text/calendar; charset=utf-8; method=REQUEST",
      METHOD: "REQUEST",
      UID: `webinar-${place.id}-${NINE.getTime()}@localhost`,
      DTSTART: "20261203T160000Z",
      DTEND: "20261203T164500Z",
      SEQUENCE: "2",
      STATUS: "CONFIRMED",
      ATTENDEE: `mailto:${email}`,
      ORGANIZER: "mailto:npq@portal.example.org",
    });
    expect(await placeOf(token, NINE)).toMatchObject({
      givenUp: false,
      joiningUrl: DETAILS.joiningUrl,
      state: "open",
    });
    expect(JSON.stringify(await read(id))).not.toContain(token);
  });

  it("arrives at a real mail server as an invitation", async () => {
    const smtp = await startSmtp();
    try {
      const { email } = await registered(id);
      const transport = smtpTransport(smtp.url, "NPQ portal <npq@portal.example.org>");
      await deliverDue(NINE, { transport, batch: 100 });
      const raw = smtp.received.find(({ to }) => to === email)?.raw.replace(/\r\n[ \t]+/g, " ");
      expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
      expect(raw).toMatch(/filename="?webinar\.ics/);
      // Once it has left, nothing of the link is kept.
      expect(await letters(email)).toMatchObject([{ text: "", html: "", attachments: null }]);
    } finally {
      await smtp.stop();
    }
  });

  it("answers an address that has a place alike, and sends it the same link again", async () => {
    const { email, token } = await registered(id);
    const taken = (await read(id)).placesTaken;
    expect(await register(id, { email, name: "Somebody Else" }, minutesLater(5))).toBeUndefined();
    expect(await templates(email)).toEqual(["webinar-confirmation", "webinar-confirmation"]);
    expect(await tokenOf(email)).toBe(token);
    expect((await read(id)).placesTaken).toBe(taken);
    const names = await db.webinarRegistration.findMany({ where: { email }, select: { name: true } });
    expect(names).toEqual([{ name: "Maya Lindqvist" }]);
  });

  it("is one registration and one e-mail, however often the form is sent at once", async () => {
    const form = { email: someone(), formKey: randomUUID() };
    const before = (await read(id)).placesTaken;
    await Promise.all(Array.from({ length: 5 }, () => register(id, form)));
    expect((await read(id)).placesTaken).toBe(before + 1);
    expect(await letters(form.email)).toHaveLength(1);
  });

  it("lets forty at once into five places take exactly five", async () => {
    const small = await webinar(world.ruth, { capacity: 5 });
    expect(await succeeded(Array.from({ length: 40 }, () => register(small)))).toBe(5);
    const { placesTaken, registrations } = await read(small);
    expect([placesTaken, registrations.length]).toEqual([5, 5]);
  });

  it("is refused kindly when full, to whoever has a place too, who gets the link all the same", async () => {
    const small = await webinar(world.ruth, { capacity: 1 });
    const form = { email: someone(), formKey: randomUUID() };
    await register(small, form);
    const stranger = await register(small).catch((error) => error);
    const again = await register(small, { email: form.email }).catch((error) => error);
    expect(stranger).toBeInstanceOf(WrongState);
    expect(stranger.message).toMatch(/^Every place is taken/);
    expect(again.message).toBe(stranger.message);
    expect(await letters(form.email)).toHaveLength(2);
    // A second click on the form that took the place hears what the first one heard.
    expect(await register(small, form)).toBeUndefined();
    expect(await letters(form.email)).toHaveLength(2);
  });

  it("is there for public webinars only, until they end", async () => {
    const hidden = await draft(world.ruth);
    for (const none of [hidden, randomUUID(), "1", "' OR 1=1"])
      await expect(register(none)).rejects.toThrow(NotFound);
    await register(id, {}, new Date("2026-12-03T16:44:59Z"));
    await expect(register(id, {}, ENDED)).rejects.toThrow("over or cancelled");
  });

  it("has limits by address and by network", async () => {
    const email = someone();
    expect(await succeeded(Array.from({ length: 8 }, () => register(id, { email })))).toBe(6);
    await expect(register(id, { email })).rejects.toThrow(TooMany);
    const clientIp = someIp();
    // Seven at a time: forty-two transactions at once would wait for a connection, not for the limit.
    let through = 0;
    for (let i = 0; i < 6; i++)
      through += await succeeded(Array.from({ length: 7 }, () => register(id, { clientIp })));
    expect(through).toBe(40);
  });
});

describe("giving a place up", () => {
  it("frees it for the next, and takes the entry out of the calendar", async () => {
    const small = await webinar(world.ruth, { capacity: 1 });
    const first = await registered(small);
    await expect(register(small)).rejects.toThrow("Every place is taken");
    await giveUpPlace(first.token, minutesLater(9));
    expect(await placeOf(first.token, minutesLater(9))).toMatchObject({ givenUp: true, joiningUrl: null });
    expect(await calendarOf(first.token, minutesLater(9))).toBeNull();
    expect(await calendarTo(first.email)).toMatchObject({
      METHOD: "CANCEL",
      STATUS: "CANCELLED",
      SEQUENCE: "3",
    });
    await register(small, {}, minutesLater(10));
    const { placesTaken, registrations } = await read(small);
    expect([placesTaken, registrations.length]).toEqual([1, 2]);
  });

  it("happens once, however often the button is pressed", async () => {
    const small = await webinar(world.ruth, { capacity: 3 });
    await register(small);
    const { email, token } = await registered(small);
    await Promise.all(Array.from({ length: 6 }, () => giveUpPlace(token, minutesLater(1))));
    expect((await read(small)).placesTaken).toBe(1);
    expect(await templates(email)).toEqual(["webinar-confirmation", "webinar-given-up"]);
  });

  it("can be thought better of: the place is a new one, with an entry of its own", async () => {
    const own = await webinar(world.ruth);
    const { email, token } = await registered(own);
    const { UID } = await calendarTo(email);
    await giveUpPlace(token, minutesLater(1));
    await register(own, { email, name: "Maya Lindqvist-Roe" }, minutesLater(2));
    expect((await calendarTo(email)).UID).not.toBe(UID);
    expect(await placeOf(token, minutesLater(3))).toMatchObject({ givenUp: false });
    expect((await read(own)).registrations).toMatchObject([
      { name: "Maya Lindqvist-Roe", cancelledAt: null },
    ]);
  });

  it("is refused once it is over, and to a token that is none", async () => {
    const { token } = await registered(id);
    await expect(giveUpPlace(token, ENDED)).rejects.toThrow(WrongState);
    for (const none of ["", "x", "A".repeat(43), { not: "" } as unknown as string]) {
      await expect(giveUpPlace(none, NINE)).rejects.toThrow(NotFound);
      expect(await placeOf(none, NINE)).toBeNull();
      expect(await calendarOf(none, NINE)).toBeNull();
    }
  });
});

it("shows the joining link until the end, and to nobody else", async () => {
  const { token } = await registered(id);
  const link = async (at: Date) => (await placeOf(token, at))?.joiningUrl;
  expect(await link(new Date(ENDED.getTime() - 1))).toBe(DETAILS.joiningUrl);
  expect(await link(ENDED)).toBeNull();
  expect(await calendarOf(token, NINE)).toMatch(/METHOD:PUBLISH/);
  expect(await calendarOf(token, NINE)).not.toContain("ATTENDEE");
});
