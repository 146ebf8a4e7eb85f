import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { sessionCookieName } from "@/lib/auth/cookie-names";
import { endAccess } from "@/lib/auth/end-access";
import { invite, withdrawInvitation } from "@/lib/auth/invitations";
import { endRole, grantRole } from "@/lib/auth/roles";
import { requireViewerWith } from "@/lib/auth/session";
import { readSession, startSession } from "@/lib/auth/session-store";
import { signOutSomebody } from "@/lib/auth/staff-access";
import { beginViewing, endViewing, looksAt } from "@/lib/auth/viewing/look";
import { now } from "@/lib/clock";
import { db, disconnect, inTransaction } from "@/lib/db";
import { logStudy } from "@/lib/engagement/log-study";
import { FieldProblem, NotAllowed, NotFound, TooMany, WrongState } from "@/lib/errors";
import { personForStaff } from "@/lib/people/person";
import { listPeople, waitingInvitations } from "@/lib/people/queries";
import { search } from "@/lib/people/search";
import * as cast from "@/prisma/seed/cast";
import {
  actor,
  administrator,
  enrolled,
  npqelSaved,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { ownName } from "../support/own-name";
import { newRequest, request } from "../support/request";
import { Browser, minutesLater, NINE, signedIn, succeeded } from "../support/signing-in";
import { statementsOf } from "../support/statements";

const NOBODY = "00000000-0000-7000-8000-000000000000";

let miles: Actor;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let running: string;
let past: string;
let quentin: Actor & { enrolmentId: string };
let both: Actor & { enrolmentId: string };

beforeAll(async () => {
  await freshDatabase();
  miles = await administrator();
  const programmeId = await npqelSaved(miles);
  running = await startCohort(miles, programmeId, SPRING_2026);
  past = await startCohort(miles, programmeId, {
    slug: "spring-2025",
    name: "Spring 2025",
    startMonth: "2025-05",
  });
  ruth = await withRole(miles, cast.cohortManager, "cohort_manager", running);
  owen = await withRole(miles, cast.otherManager, "cohort_manager", past);
  priya = await withRole(miles, cast.facilitators[0], "facilitator");
  const work = { workplace: "Harrow Beck Trust", jobTitle: "Executive headteacher" };
  const part = (name: string, trn?: string) => ({
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
    ...work,
    ...(trn ? { trn } : {}),
  });
  [quentin, both] = (await enrolled(miles, running, [
    part("Quentin Ashby", "1234567"),
    part("Renée O’Neill"),
  ])) as [typeof quentin, typeof both];
  await enrolled(miles, past, [part("Renée O’Neill"), part("Quentin Past")]);
});
afterAll(disconnect);

describe("inviting", () => {
  const noor = {
    email: "noor.haddad@example.org",
    name: "Noor Haddad",
    role: "coach" as const,
    cohortId: null,
  };

  it("gives the role to whoever signs in with the address, by the word of who invited", async () => {
    const { id } = await invite(miles, noor, NINE);
    expect(await db.roleAssignment.count({ where: { user: { email: noor.email } } })).toBe(0);
    const letter = await db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey: `invitation:${id}` } });
    expect(letter.text).toContain("as coach");
    const { actor: taken } = await signedIn(noor.email, minutesLater(60));
    expect(taken).toMatchObject({ name: "Noor Haddad", roles: [{ role: "coach", cohortId: null }] });
    const role = await db.roleAssignment.findFirstOrThrow({ where: { userId: taken.userId } });
    expect(role.grantedById).toBe(miles.userId);
    const audit = await db.auditEntry.findMany({ where: { subjectId: { in: [id, taken.userId] } } });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["invitation.sent", "invitation.taken", "role.granted"]),
    );
    await expect(invite(miles, noor, NINE)).rejects.toBeInstanceOf(FieldProblem);
  });

  it("waits two weeks, once, until it is withdrawn, and not longer than its sender is an administrator", async () => {
    const day = 24 * 60;
    const ask = (email: string, by = miles) => invite(by, { ...noor, email }, NINE);
    const rolesOf = async (email: string, at: Date) => (await signedIn(email, at)).actor.roles;
    await ask("late@example.org");
    expect(await rolesOf("late@example.org", minutesLater(14 * day))).toEqual([]);

    const { id } = await ask("twice@example.org");
    await ask("twice@example.org");
    const waiting = (await waitingInvitations(miles, NINE)).filter(
      ({ email }) => email === "twice@example.org",
    );
    expect(waiting).toHaveLength(1);
    await expect(withdrawInvitation(miles, id, NINE)).rejects.toBeInstanceOf(WrongState);
    await withdrawInvitation(miles, waiting[0]?.id ?? "", NINE);
    expect(await rolesOf("twice@example.org", NINE)).toEqual([]);

    const second = await actor({ name: "Second Admin", email: "second.admin@example.org" });
    await grantRole(miles, { userId: second.userId, role: "administrator", cohortId: null }, NINE);
    await ask("theirs@example.org", { ...second, roles: [{ role: "administrator", cohortId: null }] });
    await endAccess(miles, second.userId, NINE);
    expect(await rolesOf("theirs@example.org", NINE)).toEqual([]);
    await expect(ask("second.admin@example.org")).rejects.toThrow("has been ended");
  });

  it("is an administrator's, to a cohort that there is, for a manager and nobody else", async () => {
    for (const who of [ruth, priya, quentin]) {
      await expect(invite(who, noor, NINE)).rejects.toBeInstanceOf(NotAllowed);
      await expect(withdrawInvitation(who, NOBODY, NINE)).rejects.toBeInstanceOf(NotAllowed);
    }
    const email = "manager@example.org";
    await expect(invite(miles, { ...noor, email, cohortId: running }, NINE)).rejects.toBeInstanceOf(
      FieldProblem,
    );
    await expect(invite(miles, { ...noor, email, role: "cohort_manager" }, NINE)).rejects.toBeInstanceOf(
      FieldProblem,
    );
    await expect(
      invite(miles, { ...noor, email, role: "cohort_manager", cohortId: NOBODY }, NINE),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawInvitation(miles, NOBODY, NINE)).rejects.toBeInstanceOf(NotFound);
    const many = [1, 2, 3, 4].map(() => invite(miles, { ...noor, email: "at.once@example.org" }, NINE));
    await Promise.allSettled(many);
    expect(await db.invitation.count({ where: { email: "at.once@example.org", withdrawnAt: null } })).toBe(1);
  });
});

describe("somebody's sessions", () => {
  it("are ended by an administrator, audited", async () => {
    const { browser, actor: who } = await signedIn("two.browsers@example.org", NINE);
    await signedIn("two.browsers@example.org", NINE);
    await expect(signOutSomebody(ruth, who.userId, NINE)).rejects.toBeInstanceOf(NotAllowed);
    await expect(signOutSomebody(miles, NOBODY, NINE)).rejects.toBeInstanceOf(NotFound);
    expect(await signOutSomebody(miles, who.userId, NINE)).toBe(2);
    expect(await browser.who(NINE)).toBeNull();
    expect(await db.auditEntry.count({ where: { action: "sessions.ended", subjectId: who.userId } })).toBe(1);
  });
});

describe("people's pages", () => {
  it("are an administrator's, with as many questions for many as for few", async () => {
    const filters = { q: undefined, role: "everyone" as const, page: 1 };
    await expect(listPeople(ruth, filters)).rejects.toBeInstanceOf(NotFound);
    await expect(personForStaff(ruth, quentin.userId, NINE)).rejects.toBeInstanceOf(NotFound);
    expect(await personForStaff(miles, NOBODY, NINE)).toBeNull();
    expect(await statementsOf(() => listPeople(miles, { ...filters, q: "quentin" }))).toBe(2);
    expect(await statementsOf(() => listPeople(miles, filters))).toBe(2);
    const ofOne = await statementsOf(() => personForStaff(miles, both.userId, NINE));
    expect(await statementsOf(() => personForStaff(miles, ruth.userId, NINE))).toBeLessThanOrEqual(ofOne);
    expect(ofOne).toBeLessThanOrEqual(16);
  });

  it("list by role, by words of the name and of the address", async () => {
    const names = async (role: "staff" | "facilitator" | "everyone" | "ended", q?: string) =>
      (await listPeople(miles, { role, q, page: 1 })).rows.map(({ name }) => name);
    expect(await names("facilitator")).toEqual([priya.name]);
    expect(await names("staff")).toEqual(expect.arrayContaining([miles.name, ruth.name, priya.name]));
    expect(await names("everyone", "oneill ren")).toEqual(["Renée O’Neill"]);
    expect(await names("everyone", "quentin.ashby@example.org")).toEqual(["Quentin Ashby"]);
    expect(await names("staff", "quentin")).toEqual([]);
    expect(await names("everyone", "q")).toEqual([]);
    expect(await names("ended")).toContain("Second Admin");
  });

  it("say who gave a role, and keep those that ended", async () => {
    const { userId } = await actor({ name: "Once Coach", email: "once.coach@example.org" });
    const { id } = await grantRole(miles, { userId, role: "coach", cohortId: null }, NINE);
    await endRole(miles, { assignmentId: id }, minutesLater(5));
    const { held, earlier } = (await personForStaff(miles, userId, NINE)) ?? {};
    expect(held).toEqual([]);
    expect(earlier).toMatchObject([{ role: "coach", by: miles.name, endedAt: minutesLater(5) }]);
  });
});

describe("seeing as somebody", () => {
  /** A session of somebody's, its token, and who they are in it. */
  async function session(who: Actor) {
    const { token } = await inTransaction((tx) => startSession(tx, who, null, NINE));
    return { token, read: (at = NINE) => readSession(token, at) };
  }
  const look = (by: Actor, token: string, whom = quentin, cohortId = running) =>
    beginViewing(
      by,
      { enrolmentId: whom.enrolmentId, cohortId, reason: "You asked us.", sessionToken: token },
      NINE,
    );

  it("is of this session, for half an hour, written down, and shown to the person", async () => {
    const [mine, other] = [await session(ruth), await session(ruth)];
    await look(ruth, mine.token);
    const live = await mine.read();
    expect(live?.seen).toMatchObject({ userId: quentin.userId, name: quentin.name, roles: [] });
    expect(live?.actor.viewing).toMatchObject({ by: { name: ruth.name }, until: minutesLater(30) });
    expect((await other.read())?.seen).toBeNull();
    expect((await mine.read(minutesLater(29)))?.seen).not.toBeNull();
    expect((await mine.read(minutesLater(30)))?.seen).toBeNull();
    await expect(look(ruth, mine.token)).rejects.toBeInstanceOf(WrongState);
    await Promise.all([1, 2].map(() => endViewing(live?.actor as Actor, minutesLater(10))));
    expect((await mine.read(minutesLater(11)))?.seen).toBeNull();
    const audit = await db.auditEntry.findMany({
      where: { action: { startsWith: "viewing." }, subjectId: quentin.userId },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action, actorId, cohortId }) => [action, actorId, cohortId])).toEqual([
      ["viewing.begun", ruth.userId, running],
      ["viewing.ended", ruth.userId, running],
    ]);
    expect(await looksAt(quentin)).toMatchObject([
      { by: ruth.name, reason: "You asked us.", startedAt: NINE, endedAt: minutesLater(10) },
    ]);
    expect(await looksAt(both)).toEqual([]);
  });

  it("gives a page what it reads about the one looked at, and staff's own pages what is the looker's", async () => {
    const { token } = await inTransaction((tx) => startSession(tx, ruth, null, now()));
    const why = { enrolmentId: quentin.enrolmentId, cohortId: running, reason: "You asked us." };
    await beginViewing(ruth, { ...why, sessionToken: token }, now());
    newRequest();
    request.cookies.set(sessionCookieName(), token);
    for (const [page, whose] of [
      ["/dashboard", quentin],
      ["/staff/cohorts", ruth],
    ] as const) {
      const { actor, found } = await requireViewerWith(page, ownName);
      expect([actor.userId, found]).toEqual([whose.userId, whose.name]);
    }
  });

  it("writes nothing, by any verb", async () => {
    const { token, read } = await session(miles);
    await look(miles, token);
    const live = await read();
    const before = await db.auditEntry.count();
    const study = (who: Actor, milestone: string) =>
      logStudy(
        who,
        { minutes: 30, happenedOn: "2026-11-20", milestoneId: milestone, formKey: crypto.randomUUID() },
        NINE,
      );
    const milestone = (
      await db.milestone.findFirstOrThrow({
        where: { cohortId: running, kind: "self_directed_study", module: 1 },
      })
    ).id;
    await expect(study(live?.seen as Actor, milestone)).rejects.toBeInstanceOf(NotFound);
    await expect(
      grantRole(live?.actor as Actor, { userId: both.userId, role: "coach", cohortId: null }, NINE),
    ).rejects.toBeInstanceOf(NotFound);
    expect(await db.auditEntry.count()).toBe(before);
    expect(await db.engagementRecord.count()).toBe(0);
    await study(quentin, milestone);
    expect(await db.engagementRecord.count(), "the participant can").toBe(1);
  });

  it("ends with the role by which it was begun, whatever others they hold", async () => {
    const meera = await withRole(miles, { name: "Meera", email: "meera@example.org" }, "coach");
    const { id } = await grantRole(
      miles,
      { userId: meera.userId, role: "cohort_manager", cohortId: running },
      NINE,
    );
    const { token, read } = await session(meera);
    await look((await read())?.actor as Actor, token);
    expect((await read())?.seen?.userId).toBe(quentin.userId);
    await endRole(miles, { assignmentId: id }, NINE);
    expect(await read()).toMatchObject({ seen: null, standing: "in" });
  });

  it("is for those who manage every cohort of theirs", async () => {
    for (const who of [owen, priya, quentin]) {
      const { token } = await session(who);
      await expect(look(who, token), who.name).rejects.toBeInstanceOf(NotFound);
    }
    const { token } = await session(ruth);
    await expect(look(ruth, token, both)).rejects.toBeInstanceOf(WrongState);
    await expect(look(ruth, token, quentin, past)).rejects.toBeInstanceOf(NotFound);
    await expect(look(ruth, new Browser().secret)).rejects.toBeInstanceOf(NotFound);
    await expect(look(ruth, token, { ...quentin, enrolmentId: NOBODY })).rejects.toBeInstanceOf(NotFound);
    const mine = await session(miles);
    expect(await succeeded([1, 2, 3].map(() => look(miles, mine.token, both)))).toBe(1);
  });
});

describe("the one box", () => {
  const found = async (who: Actor, typed: string) => {
    const { people, quoted, places } = await search(who, typed, NINE);
    const said = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;
    return { people: people.map(said), quoted: quoted.map(said), places: places.map(({ name }) => name) };
  };

  beforeAll(async () => {
    await db.school.create({
      data: {
        urn: "100001",
        name: "Quarrybank School",
        town: "Carrowby",
        postcode: "CW1 1AA",
        phase: "Primary",
        kind: "Community school",
        localAuthority: "Carrowshire",
        region: "North",
        open: true,
        searchText: "quarrybank school carrowby cw1 1aa cw11aa 100001",
      },
    });
    const { userId } = await actor({ name: "Quilla Applicant", email: "quilla@example.org" });
    const sent = {
      userId,
      cohortId: past,
      fullName: "Quilla Applicant",
      workplaceUrn: "100001",
      trn: "7654321",
    };
    const days = { createdAt: NINE, updatedAt: NINE };
    await db.application.create({
      data: {
        ...sent,
        ...days,
        reference: "NPQEL-QQQQQQ",
        state: "submitted",
        submittedAt: NINE,
        declaredAt: NINE,
      },
    });
    await db.application.create({
      data: { ...sent, ...days, cohortId: running, reference: "NPQEL-DDDDDD", state: "draft" },
    });
    const question = { name: "Quade Asker", email: "quade@example.org", question: "When?" };
    await db.enquiry.create({
      data: {
        ...question,
        reference: "Q-ASKED2",
        formKey: crypto.randomUUID(),
        createdAt: NINE,
        dueAt: minutesLater(2880),
      },
    });
  });

  it("finds a group's members for its facilitator, while they are one", async () => {
    const was = await withRole(miles, { name: "Wanda", email: "wanda@example.org" }, "facilitator");
    const group = await db.peerGroup.create({
      data: { cohortId: running, name: "Quayside", facilitatorId: was.userId },
    });
    await db.enrolment.update({ where: { id: quentin.enrolmentId }, data: { peerGroupId: group.id } });
    expect((await found(was, "quen")).people).toEqual(["participant Quentin Ashby"]);
    const coach = { ...was, roles: [{ role: "coach" as const, cohortId: null }] };
    expect((await found(coach, "quen")).people).toEqual([]);
    expect((await found(coach, "1234567")).quoted).toEqual([]);
    await db.enrolment.update({ where: { id: quentin.enrolmentId }, data: { peerGroupId: null } });
  });

  it("finds for each what they may open, and no more", async () => {
    expect((await found(miles, "qu")).people).toEqual([
      "participant Quentin Ashby",
      "participant Quentin Past",
      "applicant Quilla Applicant",
      "account Quilla Applicant",
    ]);
    expect((await found(ruth, "qu")).people).toEqual(["participant Quentin Ashby"]);
    expect((await found(owen, "qu")).people).toEqual([
      "participant Quentin Past",
      "applicant Quilla Applicant",
    ]);
    expect((await found(priya, "qu")).people).toEqual([]);
    expect((await found(priya, "quarry")).places).toEqual(["Quarrybank School"]);
    expect((await found(miles, "priya")).people).toEqual(["account Priya Raman"]);
    expect((await found(ruth, "priya")).people).toEqual([]);
  });

  it("finds the same among few as among many", async () => {
    for (const who of [ruth, owen, priya])
      for (const typed of ["qu", "past", "ashby", "applicant", "priya", "zzyzx"])
        expect(await search(who, typed, NINE, 0), typed).toEqual(await search(who, typed, NINE));
    expect((await search(owen, "past", NINE, 0)).people.map(({ name }) => name)).toEqual(["Quentin Past"]);
  });

  it("finds what carries a reference or a number", async () => {
    expect((await found(owen, "npqel-qqqqqq")).quoted).toEqual(["applicant Quilla Applicant"]);
    expect((await found(ruth, "NPQEL-QQQQQQ")).quoted).toEqual([]);
    expect((await found(miles, "NPQEL-DDDDDD")).quoted, "a draft is its owner's").toEqual([]);
    expect((await found(ruth, "RP12/34567")).quoted).toEqual(["participant Quentin Ashby"]);
    expect((await found(owen, "100001")).quoted).toEqual(["applicant Quilla Applicant"]);
    expect((await found(ruth, "Q-ASKED2")).quoted).toEqual(["enquiry Quade Asker"]);
    expect((await found(priya, "Q-ASKED2")).quoted).toEqual([]);
  });

  it("asks as much for many as for few, and takes what strangers type", async () => {
    const asked = (typed: string) => statementsOf(() => search(miles, typed, NINE));
    expect(await asked("qu")).toBe(4);
    expect(await asked("quentin ashby")).toBe(4);
    for (const typed of ["' OR 1=1 --", "a & b | !c:*", "%", "é", "\u{1F600}", "x".repeat(100)])
      expect(await found(owen, typed), typed).toMatchObject({ quoted: [] });
  });

  it("is limited to what people do", async () => {
    const all = Array.from({ length: 125 }, () => search(quentin, "zz", minutesLater(60)));
    const results = await Promise.allSettled(all);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(120);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(TooMany);
  });
});
