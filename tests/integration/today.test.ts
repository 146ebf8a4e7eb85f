import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { everythingFor } from "@/app/staff/today";
import { waitingIn as applicationsIn } from "@/lib/applications/today";
import type { Actor } from "@/lib/auth/actor";
import { answerCorrection } from "@/lib/corrections/answer";
import { askForCorrection } from "@/lib/corrections/ask";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { cohortAlerts } from "@/lib/engagement/cohort-alerts";
import { takeRegister } from "@/lib/engagement/take-register";
import { waitingIn as alertsIn } from "@/lib/engagement/today";
import { scheduleEvent } from "@/lib/events/schedule";
import { waitingIn as registersIn } from "@/lib/events/today";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
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

/** What waits, for whom, and that it is gone when it is cured. */

const AT = new Date("2026-11-23T09:00:00Z");
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let cohortId: string;
let eventId: string;
let amara: Actor & { enrolmentId: string };

const waits = async (who: Actor, kind?: string) =>
  (await everythingFor(who, AT)).filter((line) => !kind || line.kind === kind);

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  const other = await startCohort(admin, programmeId, later);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  priya = await withRole(admin, facilitators[0], "facilitator");
  const all = await enrolled(admin, cohortId, participants);
  amara = all[0] as typeof amara;
  const place = { cohortId, milestoneId: await milestoneId(cohortId, 5), place: "Online" };
  eventId = await scheduleEvent(
    ruth,
    {
      ...place,
      facilitatorId: priya.userId,
      startsAt: londonTime("2026-11-20", "16:00"),
      endsAt: londonTime("2026-11-20", "18:00"),
    },
    londonTime("2026-11-01", "09:00"),
  );
});

describe("Today", () => {
  test("has a register for who runs the event and for who manages the cohort, until it is taken", async () => {
    const mine = await waits(priya);
    expect(mine).toMatchObject([
      { kind: "register", urgency: "late", href: `/staff/events/${eventId}/register`, count: 1 },
    ]);
    expect(await waits(ruth, "register")).toHaveLength(1);
    expect(await waits(owen, "register")).toEqual([]);
    const marks = [{ enrolmentId: amara.enrolmentId, attended: true }];
    await takeRegister(priya, { eventId, marks }, AT);
    expect(await waits(priya)).toEqual([]);
  });

  test("has a correction until it is answered", async () => {
    const said = "I was there for all of it.";
    const milestone = await milestoneId(cohortId, 5);
    await askForCorrection(amara, { milestoneId: milestone, said, formKey: randomUUID() }, AT);
    const [line] = await waits(ruth, "correction");
    expect(line?.title).toContain("Amara");
    expect(await waits(owen, "correction")).toEqual([]);
    const id = line?.href.split("/").at(-1) ?? "";
    await answerCorrection(ruth, id, { outcome: "not_changed", answer: "The register says so." }, AT);
    expect(await waits(ruth, "correction")).toEqual([]);
  });

  test("says who has no mentor and who is newly at risk, in one line where there are many", async () => {
    const [missing, ...none] = await waits(ruth, "mentor");
    expect(none).toEqual([]);
    expect(missing).toMatchObject({
      count: participants.length,
      href: `/staff/cohorts/${cohortId}/mentors?show=missing`,
    });
    expect(await waits(owen, "mentor")).toEqual([]);
    expect(await waits(priya, "mentor")).toEqual([]);
  });

  test("has given up e-mails for administrators only", async () => {
    await db.outboxMessage.create({
      data: {
        ...{ dedupeKey: "dead:1", template: "t", toAddress: "gone@example.org", subject: "Hello" },
        ...{ text: "", html: "", createdAt: AT, nextAttemptAt: AT, deadAt: AT },
      },
    });
    expect(await waits(admin, "email")).toMatchObject([{ href: "/staff/emails" }]);
    expect(await waits(ruth, "email")).toEqual([]);
  });

  test("asks the same number of questions, whatever the number of things", async () => {
    const questions = async () => {
      const asked = vi.spyOn(pg.Client.prototype, "query");
      await waits(priya);
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    };
    const another = async (day: string) =>
      scheduleEvent(
        ruth,
        {
          ...{ cohortId, milestoneId: await milestoneId(cohortId, 5), place: "Online" },
          facilitatorId: priya.userId,
          startsAt: londonTime(day, "16:00"),
          endsAt: londonTime(day, "18:00"),
        },
        londonTime("2026-11-01", "09:00"),
      );
    await another("2026-11-16");
    const one = await questions();
    for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"]) await another(day);
    expect(await questions()).toBe(one);
    expect(await waits(priya, "register")).toMatchObject([{ count: 4, href: "/staff/events?show=to_take" }]);
  });

  test("asks so many questions of each, and no more", async () => {
    const asked = async (who: Actor) => {
      await waits(who);
      const spy = vi.spyOn(pg.Client.prototype, "query");
      await waits(who);
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    expect([await asked(admin), await asked(ruth), await asked(priya)]).toEqual([24, 23, 10]);
  });

  test("and a cohort's tabs count what waits in it, for who manages it", async () => {
    const inCohort = async (who: Actor, id = cohortId) => [
      await alertsIn(who, id),
      await registersIn(who, id, AT),
      await applicationsIn(who, id),
    ];
    const { total = 0 } = (await cohortAlerts(ruth, cohortId, { show: "any", page: 1 }, AT)) ?? {};
    expect(total).toBeGreaterThan(0);
    // The four of the test before, whose registers nobody has taken.
    expect(await inCohort(ruth)).toEqual([total, 4, 0]);
    expect(await inCohort(admin)).toEqual([total, 4, 0]);
    for (const [who, id] of [
      [owen, cohortId],
      [priya, cohortId],
      [amara, cohortId],
      [ruth, "x"],
    ] as const)
      expect(await inCohort(who, id)).toEqual([0, 0, 0]);
  });
});
