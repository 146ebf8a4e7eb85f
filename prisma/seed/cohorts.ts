import { randomUUID } from "node:crypto";
import { GO_ALONG } from "@/app/staff/goes-along";
import type { Actor } from "@/lib/auth/actor";
import { dayInLondon, londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { confirmPlan } from "@/lib/milestone-changes/confirm";
import type { PlannedItem } from "@/lib/route-map/changes";
import { planMilestones, plannedItems } from "@/lib/route-map/plan";
import { rollForward } from "@/lib/route-map/roll-forward";
import { changeStanding } from "@/lib/status-changes/change";
import { transferParticipant } from "@/lib/status-changes/transfer";
import { kindWords } from "@/lib/status-changes/words";
import { seedPlace } from "./admissions";
import { cohortManager, returned } from "./cast";
import { npqel } from "./npqel";
import { actorFor } from "./staff";

/** The cohorts besides those of the route maps' stories, and who came back into a later one. */

/** The draft that Ruth Calder is working on: rolled forward, with a check-in that slipped into the wrong months. */
export async function seedDraftCohort(starter: Actor, programmeId: string): Promise<void> {
  const draft = {
    slug: "autumn-2027",
    name: "Autumn 2027",
    startMonth: "2027-10",
    applicationsOpen: "2027-02-01",
    applicationsClose: "2027-07-30",
    capacity: 30,
    fundedPlaces: 6,
  };
  const made = londonTime("2026-11-17", "14:20");
  const { cohortId } = await rollForward(starter, { ...draft, programmeId }, made);
  // Whoever starts a cohort manages it, from the next request on.
  const manager = await actorFor(cohortManager, made);
  const slipped = { opensOn: "2028-09-01", closesOn: "2028-09-30" };
  await changeMilestones(
    manager,
    cohortId,
    ({ number }) => (number === 7 ? slipped : {}),
    londonTime("2026-11-18", "10:05"),
  );
}

/** Says at Spring 2025's own milestones what its prospectus printed. */
export async function seedPrintedDates(admin: Actor, cohortId: string, at: Date): Promise<void> {
  const notes = npqel.spring2025Notes;
  await changeMilestones(admin, cohortId, ({ number, note }) => ({ note: notes[number] ?? note }), at);
}

type Changed = Partial<Pick<PlannedItem, "opensOn" | "closesOn" | "note">>;

/** Changes a cohort's first version of its milestones, as the table and its preview do. */
async function changeMilestones(
  actor: Actor,
  cohortId: string,
  changed: (item: PlannedItem) => Changed,
  at: Date,
): Promise<void> {
  const words = { description: null, place: null, placeUrl: null, remove: false };
  const rows = (await plannedItems(db, cohortId)).map((item) => {
    const { id, opensOn, closesOn, ...rest } = { ...item, ...changed(item) };
    return { ...words, ...rest, at: String(item.number), key: id, opens: opensOn, closes: closesOn };
  });
  await planMilestones(actor, { cohortId, version: 1, rows }, at);
  const plan = await db.milestonePlan.findFirstOrThrow({ where: { cohortId }, select: { id: true } });
  await confirmPlan(actor, { cohortId, planId: plan.id }, at);
}

/** Rowan Ashby, in Spring 2025 until she was deferred. */
export async function seedBeforeReturn(
  admin: Actor,
  cohortId: string,
): Promise<{ actor: Actor; enrolmentId: string }> {
  const days = { applied: "2025-02-10", read: "2025-02-24", offered: "2025-04-07", accepted: "2025-04-10" };
  const actor = await seedPlace(admin, { ...returned, sponsor: returned.mentor }, cohortId, days, 3);
  const { id: enrolmentId } = await db.enrolment.findFirstOrThrow({
    where: { userId: actor.userId, cohortId },
    select: { id: true },
  });
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  const id = (number: number) => milestones.find((each) => each.number === number)?.id ?? "";
  for (const [day, minutes] of [
    ["2025-05-28", 90],
    ["2025-06-17", 120],
    ["2025-07-09", 90],
  ] as const) {
    const at = londonTime(day, "19:40");
    const study = { milestoneId: id(4), minutes, happenedOn: dayInLondon(at), formKey: randomUUID() };
    await logStudy(actor, study, at);
  }
  const entered = [
    [34, 180, "2025-05-08"],
    [2, 600, "2025-05-21"],
    [3, 30, "2025-05-12"],
  ] as const;
  const entries = entered.map(([number, minutes, happenedOn]) => ({
    enrolmentId,
    milestoneId: id(number),
    minutes,
    happenedOn,
  }));
  await enterRecords(admin, { cohortId, entries }, londonTime("2025-06-02", "11:00"));
  const message = kindWords("deferral", { programme: "NPQEL", cohortName: "Spring 2025" });
  const deferral = {
    change: "deferral",
    fromState: "active",
    reasonCode: "parental-leave",
    message,
  } as const;
  const effectiveOn = "2025-09-01";
  await changeStanding(
    admin,
    { ...deferral, cohortId, enrolmentId, effectiveOn },
    londonTime("2025-09-03", "10:15"),
  );
  return { actor, enrolmentId };
}

/** … and back in the running cohort, with what she had done carried over, and some study since. */
export async function seedReturn(
  admin: Actor,
  { past, running }: { past: string; running: string },
  { actor, enrolmentId }: { actor: Actor; enrolmentId: string },
): Promise<void> {
  const message = kindWords("transfer", {
    programme: "NPQEL",
    cohortName: "Spring 2025",
    toCohortName: "Spring 2026",
  });
  const move = { fromState: "deferred", effectiveOn: "2026-04-20", message } as const;
  await transferParticipant(
    admin,
    { ...move, cohortId: past, enrolmentId, toCohortId: running },
    GO_ALONG,
    londonTime("2026-04-20", "09:30"),
  );
  const study = await db.milestone.findFirstOrThrow({
    where: { cohortId: running, number: 4 },
    select: { id: true },
  });
  const at = londonTime("2026-09-20", "16:10");
  const log = { milestoneId: study.id, minutes: 150, happenedOn: dayInLondon(at), formKey: randomUUID() };
  await logStudy(actor, log, at);
}
