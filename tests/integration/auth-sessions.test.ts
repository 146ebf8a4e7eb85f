import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endAccess, restoreAccess } from "@/lib/auth/end-access";
import { invite, isInvited } from "@/lib/auth/invitations";
import { purgeExpired } from "@/lib/auth/purge";
import { LINK_GONE } from "@/lib/auth/redeem";
import { readSession } from "@/lib/auth/session-store";
import { signOut, signOutEverywhere } from "@/lib/auth/sign-out";
import { allowLinks } from "@/lib/auth/staff-access";
import { db, disconnect } from "@/lib/db";
import { NotAllowed, NotFound, WrongState } from "@/lib/errors";
import { feedAt, myFeed, startFeed } from "@/lib/events/calendar-feed";
import { newToken } from "@/lib/ids";
import { freshDatabase } from "../support/database";
import { administrator, Browser, forged, minutesLater, NINE, signedIn } from "../support/signing-in";

let grace: Awaited<ReturnType<typeof administrator>>;

beforeAll(async () => {
  await freshDatabase();
  grace = await administrator(NINE);
});
afterAll(disconnect);

const feedToken = (address: string) => address.replace(/^.*\/|\.ics$/g, "");
const HOUR = 60;
const DAY = 24 * HOUR;

describe("a session", () => {
  it("gives the person with the roles that hold now", async () => {
    expect(await grace.browser.who(NINE)).toEqual({
      userId: grace.actor.userId,
      name: "Grace Adeyemi",
      email: "grace.adeyemi@example.org",
      roles: [{ role: "administrator", cohortId: null }],
    });
  });

  it.each([undefined, null, "", { not: "" }, { contains: "" }, "a".repeat(43)])(
    "%j is none",
    async (token) => {
      expect(await readSession(token, NINE)).toBeNull();
    },
  );

  it("of an applicant ends twelve idle hours after it was last used, and seven days after it began", async () => {
    const { browser } = await signedIn("amara@example.org", NINE);
    expect(await browser.who(minutesLater(12 * HOUR))).toBeNull();
    for (let hour = 11; hour < 7 * 24; hour += 11) {
      expect(await browser.who(minutesLater(hour * HOUR))).not.toBeNull();
    }
    expect(await browser.who(minutesLater(7 * DAY - 1))).not.toBeNull();
    expect(await browser.who(minutesLater(7 * DAY))).toBeNull();
  });

  it("of staff ends after two idle hours, and twelve hours after it began", async () => {
    const browser = new Browser();
    await browser.signIn("grace.adeyemi@example.org", minutesLater(DAY));
    const at = (hours: number) => minutesLater(DAY + hours * HOUR);
    expect(await browser.who(at(2))).toBeNull();
    for (const hours of [1.5, 3, 4.5, 6, 7.5, 9, 10.5, 11.9])
      expect(await browser.who(at(hours))).not.toBeNull();
    expect(await browser.who(at(12))).toBeNull();
  });

  it("is written to at most every five minutes", async () => {
    const { browser, actor } = await signedIn("ben@example.org", NINE);
    const seen = async () =>
      (await db.session.findFirstOrThrow({ where: { userId: actor.userId } })).lastSeenAt;
    await browser.who(minutesLater(4));
    expect(await seen()).toEqual(NINE);
    await browser.who(minutesLater(5));
    expect(await seen()).toEqual(minutesLater(5));
    // A request that took its time does not set the clock back.
    await browser.who(minutesLater(1));
    expect(await seen()).toEqual(minutesLater(5));
  });

  it("that has ended is purged, with old links and counters, and a live one is kept", async () => {
    const { browser } = await signedIn("cleo@example.org", minutesLater(9 * DAY));
    const at = minutesLater(9 * DAY + HOUR);
    expect(await purgeExpired(at)).toBeGreaterThan(3);
    expect(await db.session.count()).toBe(1);
    expect(await db.signInRequest.count()).toBe(1);
    expect(await browser.who(at)).not.toBeNull();
  });
});

describe("signing out", () => {
  it("deletes the row: the cookie replayed is nobody's", async () => {
    const { browser } = await signedIn("dora@example.org", NINE);
    const other = new Browser();
    await other.signIn("dora@example.org", NINE);
    await signOut(browser.session);
    expect(await browser.who(NINE)).toBeNull();
    expect(await other.who(NINE)).not.toBeNull();
  });

  it.each([null, "nonsense", { not: "" }])("of %j ends nobody's session", async (token) => {
    const before = await db.session.count();
    await signOut(forged(token));
    expect(await db.session.count()).toBe(before);
  });

  it("everywhere ends every session of one's own and every link under way, and is audited", async () => {
    const { browser, actor } = await signedIn("eve@example.org", NINE);
    const [phone, tablet] = [new Browser(), new Browser()];
    await phone.signIn("eve@example.org", NINE);
    const { token } = await tablet.ask("eve@example.org", NINE);
    expect(await signOutEverywhere(actor, minutesLater(1))).toBe(2);
    expect(await browser.who(minutesLater(1))).toBeNull();
    expect(await phone.who(minutesLater(1))).toBeNull();
    await expect(tablet.followLink(token, minutesLater(2))).rejects.toThrow(LINK_GONE);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "sessions.ended" } });
    expect(audit).toMatchObject({ actorId: actor.userId, subjectId: actor.userId, after: { sessions: 2 } });
  });
});

describe("ending somebody's access", () => {
  it("ends their sessions, roles and links at once; later links say no more than any dead one", async () => {
    const { browser, actor } = await signedIn("fay@example.org", NINE);
    await db.roleAssignment.create({ data: { userId: actor.userId, role: "facilitator", grantedAt: NINE } });
    const tablet = new Browser();
    const { token } = await tablet.ask("fay@example.org", NINE);
    await endAccess(grace.actor, actor.userId, minutesLater(1));
    expect(await browser.who(minutesLater(1))).toBeNull();
    await expect(tablet.followLink(token, minutesLater(2))).rejects.toThrow(LINK_GONE);
    await expect(new Browser().signIn("fay@example.org", minutesLater(3))).rejects.toThrow(
      new WrongState(LINK_GONE),
    );
    const asked = new Browser();
    const { code } = await asked.ask("fay@example.org", minutesLater(4));
    await expect(asked.typeCode(code, minutesLater(4))).rejects.toThrow("This code no longer works");
    expect(await db.session.count({ where: { userId: actor.userId } })).toBe(0);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "access.ended" } });
    expect(audit).toMatchObject({
      actorId: grace.actor.userId,
      subjectId: actor.userId,
      after: { sessions: 1, roles: 1 },
    });
    await expect(endAccess(grace.actor, actor.userId, minutesLater(5))).rejects.toBeInstanceOf(WrongState);
  });

  it("counts also where a session's row is left", async () => {
    const { browser, actor } = await signedIn("gina@example.org", NINE);
    await db.user.update({ where: { id: actor.userId }, data: { accessEndedAt: NINE } });
    expect(await browser.who(NINE)).toBeNull();
  });

  it("leaves no session behind when they sign in at that very moment", async () => {
    for (let round = 0; round < 8; round++) {
      const email = `hal${round}@example.org`;
      const { actor } = await signedIn(email, NINE);
      const browser = new Browser();
      const { token } = await browser.ask(email, NINE);
      await Promise.allSettled([browser.followLink(token, NINE), endAccess(grace.actor, actor.userId, NINE)]);
      expect(await db.session.count({ where: { userId: actor.userId } })).toBe(0);
    }
  });

  it("is for administrators, and for people there are", async () => {
    const { actor: ines } = await signedIn("ines@example.org", NINE);
    const { actor: jack } = await signedIn("jack@example.org", NINE);
    const manager = { ...jack, roles: [{ role: "cohort_manager" as const, cohortId: grace.actor.userId }] };
    await expect(endAccess(jack, ines.userId, NINE)).rejects.toBeInstanceOf(NotAllowed);
    await expect(endAccess(manager, ines.userId, NINE)).rejects.toBeInstanceOf(NotAllowed);
    for (const id of [newToken(), "", { not: "" }, undefined, "00000000-0000-7000-8000-000000000000"]) {
      await expect(endAccess(grace.actor, forged(id), NINE)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await db.user.count({ where: { email: "ines@example.org", accessEndedAt: null } })).toBe(1);
  });
});

describe("giving access back", () => {
  const letters = (email: string) =>
    db.outboxMessage.findMany({ where: { toAddress: email, template: "access-restored" } });

  it("lets them sign in again and tells them; what was dead stays dead", async () => {
    const email = "kit@example.org";
    const { browser, actor } = await signedIn(email, NINE);
    await db.roleAssignment.create({ data: { userId: actor.userId, role: "facilitator", grantedAt: NINE } });
    const before = new Browser();
    const old = await before.ask(email, NINE);
    await endAccess(grace.actor, actor.userId, minutesLater(1));
    // Asked for while it led nowhere, and a row that was left: neither may wake up.
    const meanwhile = new Browser();
    const dead = await meanwhile.ask(email, minutesLater(2));
    const both = [1, 2].map(() => restoreAccess(grace.actor, actor.userId, minutesLater(3)));
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual([
      "fulfilled",
      "rejected",
    ]);
    expect(await browser.who(minutesLater(3))).toBeNull();
    for (const [from, { token }] of [
      [before, old],
      [meanwhile, dead],
    ] as const)
      await expect(from.followLink(token, minutesLater(4))).rejects.toThrow(LINK_GONE);
    const again = new Browser();
    await again.signIn(email, minutesLater(5));
    expect((await again.who(minutesLater(5)))?.roles).toEqual([]);
    expect(await letters(email)).toMatchObject([{ subject: "You can sign in again" }]);
    expect((await letters(email))[0]?.text).toContain("/sign-in");
    const audit = await db.auditEntry.findMany({ where: { action: "access.restored" } });
    expect(audit).toMatchObject([{ actorId: grace.actor.userId, subjectId: actor.userId }]);
    await expect(restoreAccess(grace.actor, actor.userId, minutesLater(6))).rejects.toBeInstanceOf(
      WrongState,
    );
  });

  it("brings back no role that waited, no calendar address and no leave to sign in by e-mail", async () => {
    const email = "oona@example.org";
    const { actor } = await signedIn(email, NINE);
    const { userId } = actor;
    await invite(grace.actor, { email, name: "Oona Reid", role: "facilitator", cohortId: null }, NINE);
    await startFeed(actor, NINE);
    const feed = feedToken((await myFeed(actor)) ?? "");
    expect(await feedAt(feed, NINE)).not.toBeNull();
    await allowLinks(grace.actor, userId, true, NINE);
    await endAccess(grace.actor, userId, minutesLater(1));
    const ended = await db.auditEntry.findFirst({ where: { action: "access.ended", subjectId: userId } });
    expect(ended?.after).toMatchObject({ invitations: 1, calendars: 1 });
    expect(await isInvited(email, minutesLater(1))).toBe(false);
    await restoreAccess(grace.actor, userId, minutesLater(2));
    const again = new Browser();
    await again.signIn(email, minutesLater(3));
    expect((await again.who(minutesLater(3)))?.roles).toEqual([]);
    expect(await feedAt(feed, minutesLater(3))).toBeNull();
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ linkAllowedAt: null });
  });

  it("brings back nothing of access that ended while invitations and calendars outlived it", async () => {
    const email = "pia@example.org";
    const { actor } = await signedIn(email, NINE);
    await endAccess(grace.actor, actor.userId, NINE);
    const words = { email, name: "", role: "coach" as const, invitedById: grace.actor.userId };
    await db.invitation.create({ data: { ...words, invitedAt: NINE, expiresAt: minutesLater(DAY) } });
    await startFeed(actor, NINE);
    await restoreAccess(grace.actor, actor.userId, minutesLater(1));
    expect(await isInvited(email, minutesLater(2))).toBe(false);
    expect(await myFeed(actor)).toBeNull();
  });

  it("is for administrators, and for people there are", async () => {
    const { actor: lena } = await signedIn("lena@example.org", NINE);
    const { actor: max } = await signedIn("max@example.org", NINE);
    await endAccess(grace.actor, lena.userId, NINE);
    for (const who of [lena, max])
      await expect(restoreAccess(who, lena.userId, NINE)).rejects.toBeInstanceOf(NotAllowed);
    for (const id of [newToken(), "", { not: "" }, undefined, "00000000-0000-7000-8000-000000000000"])
      await expect(restoreAccess(grace.actor, forged(id), NINE)).rejects.toBeInstanceOf(NotFound);
    expect(await db.user.count({ where: { id: lena.userId, accessEndedAt: null } })).toBe(0);
  });
});
