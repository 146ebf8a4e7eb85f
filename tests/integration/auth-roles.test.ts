import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { endAccess } from "@/lib/auth/end-access";
import { appointFirstAdministrator } from "@/lib/auth/first-administrator";
import { endRole, grantRole } from "@/lib/auth/roles";
import { dateColumn } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotAllowed, NotFound, WrongState } from "@/lib/errors";
import { freshDatabase } from "../support/database";
import {
  administrator,
  type Browser,
  forged,
  minutesLater,
  NINE,
  signedIn,
  succeeded,
} from "../support/signing-in";

const NOBODY = "00000000-0000-7000-8000-000000000000";

let grace: Actor;
let ben: Actor;
let bensBrowser: Browser;

beforeEach(async () => {
  await freshDatabase();
  grace = (await administrator(NINE)).actor;
  ({ actor: ben, browser: bensBrowser } = await signedIn("ben@example.org", NINE));
});
afterAll(disconnect);

/** Gives Ben a role. */
const grant = (actor: Actor, role: unknown, cohortId: string | null = null) =>
  grantRole(actor, { userId: ben.userId, role: forged(role), cohortId }, NINE);

async function aCohort(): Promise<string> {
  const programme = await db.programme.create({
    data: {
      slug: "npqel",
      position: 1,
      shortName: "NPQEL",
      title: "Executive Leadership",
      qualification: "National Professional Qualification for Executive Leadership",
      summary: "For executive heads.",
      audience: "Executive heads",
      durationMonths: 18,
      learningMinutes: 4500,
      engagementThresholdPercent: 90,
      feePence: 409_900,
      vatPercent: 20,
      scholarshipNote: "None.",
      residentialPlaces: [],
      contactEmail: "npq@example.org",
      contactReplyHours: 48,
    },
  });
  const cohort = {
    slug: "spring-2027",
    name: "Spring 2027",
    capacity: 24,
    fundedPlaces: 10,
    createdAt: NINE,
  };
  return (
    await db.cohort.create({
      data: { ...cohort, programmeId: programme.id, startsOn: dateColumn("2027-05-01") },
    })
  ).id;
}

describe("giving a role", () => {
  it("counts from the next request, and is audited", async () => {
    await grant(grace, "facilitator");
    expect((await bensBrowser.who(NINE))?.roles).toEqual([{ role: "facilitator", cohortId: null }]);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { action: "role.granted", subjectId: ben.userId },
    });
    expect(audit).toMatchObject({ actorId: grace.userId, after: { role: "facilitator" } });
  });

  it("makes a cohort manager for one cohort, and nobody else for one", async () => {
    const cohort = await aCohort();
    await expect(grant(grace, "cohort_manager")).rejects.toBeInstanceOf(WrongState);
    await expect(grant(grace, "administrator", cohort)).rejects.toBeInstanceOf(WrongState);
    await expect(grant(grace, "cohort_manager", NOBODY)).rejects.toBeInstanceOf(NotFound);
    await grant(grace, "cohort_manager", cohort);
    expect((await bensBrowser.who(NINE))?.roles).toEqual([{ role: "cohort_manager", cohortId: cohort }]);
  });

  it("is refused twice, also twice at once", async () => {
    expect(await succeeded(Array.from({ length: 6 }, () => grant(grace, "coach")))).toBe(1);
    await expect(grant(grace, "coach")).rejects.toThrow(
      new WrongState("This person holds the role already."),
    );
  });

  it("is for administrators only", async () => {
    await grant(grace, "facilitator");
    const facilitator = (await bensBrowser.who(NINE)) as Actor;
    await expect(grant(facilitator, "administrator")).rejects.toBeInstanceOf(NotAllowed);
    await expect(grant(ben, "administrator")).rejects.toBeInstanceOf(NotAllowed);
    expect(await db.roleAssignment.count()).toBe(2);
  });

  it("refuses nobody, objects where text belongs, and a role there is not", async () => {
    for (const userId of [NOBODY, "", undefined, { not: "" }]) {
      await expect(
        grantRole(grace, { userId: forged(userId), role: "coach", cohortId: null }, NINE),
      ).rejects.toBeInstanceOf(NotFound);
    }
    for (const role of ["owner", undefined, { not: "" }]) {
      await expect(grant(grace, role)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it("refuses a field that it does not know, and a person whose access has ended", async () => {
    const extra = { userId: ben.userId, role: "coach" as const, cohortId: null, grantedById: ben.userId };
    await expect(grantRole(grace, extra, NINE)).rejects.toBeInstanceOf(NotFound);
    await endAccess(grace, ben.userId, NINE);
    await expect(grant(grace, "coach")).rejects.toThrow("This person's access has ended.");
  });
});

describe("taking a role back", () => {
  it("counts from the next request, once, and is audited", async () => {
    const { id } = await grant(grace, "facilitator");
    await expect(endRole(ben, { assignmentId: id }, NINE)).rejects.toBeInstanceOf(NotAllowed);
    const end = () => endRole(grace, { assignmentId: id }, minutesLater(1));
    expect(await succeeded(Array.from({ length: 6 }, end))).toBe(1);
    expect((await bensBrowser.who(minutesLater(1)))?.roles).toEqual([]);
    expect(await db.auditEntry.count({ where: { action: "role.ended", subjectId: ben.userId } })).toBe(1);
    await expect(end()).rejects.toBeInstanceOf(WrongState);
  });

  it.each([NOBODY, "", undefined, { not: "" }])("refuses %j", async (id) => {
    await expect(endRole(grace, { assignmentId: forged(id) }, NINE)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("the last administrator", () => {
  const LAST = "This is the last administrator. Make somebody else an administrator first.";
  const administrators = () =>
    db.roleAssignment.findMany({ where: { role: "administrator", endedAt: null } });

  it("stays", async () => {
    const [only] = await administrators();
    await expect(endRole(grace, { assignmentId: only?.id ?? "" }, NINE)).rejects.toThrow(
      new WrongState(LAST),
    );
    await expect(endAccess(grace, grace.userId, NINE)).rejects.toThrow(new WrongState(LAST));
    expect(await administrators()).toHaveLength(1);
  });

  it("stays when two end each other's role at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { id: bens } = await grant(grace, "administrator");
      const graces = (await administrators()).find(({ userId }) => userId === grace.userId)?.id ?? "";
      const second = { ...ben, roles: [{ role: "administrator" as const, cohortId: null }] };
      const tries = [
        endRole(grace, { assignmentId: bens }, NINE),
        endRole(second, { assignmentId: graces }, NINE),
      ];
      expect(await succeeded(tries)).toBe(1);
      const [left, ...more] = await administrators();
      expect(more).toEqual([]);
      // The one who is left makes it two again; Grace is first for the next round.
      const winner = left?.userId === grace.userId ? grace : second;
      if (winner === second) [grace, ben] = [second, grace];
    }
  });

  it("stays when two end each other's access at the same moment", async () => {
    await grant(grace, "administrator");
    const second = { ...ben, roles: [{ role: "administrator" as const, cohortId: null }] };
    expect(await succeeded([endAccess(grace, ben.userId, NINE), endAccess(second, grace.userId, NINE)])).toBe(
      1,
    );
    expect(await administrators()).toHaveLength(1);
  });
});

describe("the first administrator", () => {
  it("is appointed once, out of six at once", async () => {
    await freshDatabase();
    const appoint = (n: number) =>
      appointFirstAdministrator({ email: `head${n}@example.org`, name: "A head" }, NINE);
    expect(await succeeded([1, 2, 3, 4, 5, 6].map(appoint))).toBe(1);
    await expect(appoint(7)).rejects.toThrow("There is an administrator already.");
    await expect(appointFirstAdministrator({ email: "nobody", name: "" }, NINE)).rejects.toBeInstanceOf(
      FieldProblem,
    );
  });
});
