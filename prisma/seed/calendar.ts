import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { scheduleEvent } from "@/lib/events/schedule";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";

/** The running cohort's groups and events. */

export const GROUPS = ["Northfold", "Eastgate", "Westbrook"];

type Plan = {
  number: number;
  place: string;
  group?: number;
  /** Where people choose: the groups whose members chose it. */
  chosenBy?: number[];
  room?: number;
  from: [string, string];
  to: [string, string];
  title?: string;
};

/** The last day on which a place at the first residential could be chosen. */
const RESIDENTIAL_1_UNTIL = "2026-05-08";

/** By route-map number; per group where a date is the group's own. */
const PLANS: Plan[] = [
  { number: 34, place: "Online", from: ["2026-05-07", "09:30"], to: ["2026-05-07", "12:30"] },
  {
    number: 2,
    place: "Manchester",
    chosenBy: [0],
    from: ["2026-05-20", "09:30"],
    to: ["2026-05-21", "16:00"],
    title: "Residential 1, Manchester",
  },
  {
    number: 2,
    place: "Oxford",
    chosenBy: [1, 2],
    from: ["2026-06-03", "09:30"],
    to: ["2026-06-04", "16:00"],
    title: "Residential 1, Oxford",
  },
  { number: 5, place: "Online", group: 0, from: ["2026-06-25", "16:00"], to: ["2026-06-25", "18:00"] },
  { number: 5, place: "Online", group: 1, from: ["2026-06-30", "16:00"], to: ["2026-06-30", "18:00"] },
  { number: 5, place: "Online", group: 2, from: ["2026-07-02", "16:00"], to: ["2026-07-02", "18:00"] },
  { number: 12, place: "Online", group: 0, from: ["2026-12-03", "16:00"], to: ["2026-12-03", "18:00"] },
  { number: 12, place: "Online", group: 1, from: ["2026-11-19", "16:00"], to: ["2026-11-19", "18:00"] },
  { number: 12, place: "Online", group: 2, from: ["2026-12-08", "16:00"], to: ["2026-12-08", "18:00"] },
  { number: 13, place: "Oxford", room: 30, from: ["2027-01-14", "10:00"], to: ["2027-01-14", "15:00"] },
];

export type SeededEvent = {
  id: string;
  milestoneId: string;
  /** The groups whose members are expected; null for the whole cohort. */
  groups: number[] | null;
  byChoice: boolean;
  startsAt: Date;
};

/** True for somebody of the cohort, by their turn, who is expected there. */
export const comes = ({ groups }: SeededEvent, position: number) =>
  groups === null || groups.includes(position % GROUPS.length);

/** Three groups of eight, in the order of enrolment: members spread by turns. */
export async function seedGroups(
  manager: Actor,
  cohortId: string,
  enrolmentIds: string[],
  facilitatorIds: string[],
  at: Date,
): Promise<string[]> {
  const groupIds: string[] = [];
  for (const [index, name] of GROUPS.entries()) {
    const facilitatorId = facilitatorIds[index % facilitatorIds.length] ?? null;
    const peerGroupId = await makePeerGroup(manager, { cohortId, name, facilitatorId }, at);
    const members = enrolmentIds.filter((_, position) => position % GROUPS.length === index);
    await joinPeerGroup(manager, { peerGroupId, enrolmentIds: members }, at);
    groupIds.push(peerGroupId);
  }
  return groupIds;
}

/** Puts the events into the cohort's calendar. */
export async function seedEvents(
  manager: Actor,
  cohortId: string,
  groupIds: string[],
  facilitatorIds: string[],
  at: Date,
): Promise<SeededEvent[]> {
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  const events: SeededEvent[] = [];
  for (const plan of PLANS) {
    const milestoneId = milestones.find(({ number }) => number === plan.number)?.id;
    if (!milestoneId) throw new Error(`no milestone ${plan.number}`);
    const startsAt = londonTime(...plan.from);
    const group = plan.group ?? null;
    const groups = plan.chosenBy ?? (group === null ? null : [group]);
    const byChoice = plan.chosenBy !== undefined;
    const id = await scheduleEvent(
      manager,
      {
        cohortId,
        milestoneId,
        title: plan.title,
        place: plan.place,
        startsAt,
        endsAt: londonTime(...plan.to),
        peerGroupId: group === null ? null : (groupIds[group] ?? null),
        facilitatorId: facilitatorIds[(groups?.[0] ?? 0) % facilitatorIds.length] ?? null,
        byChoice,
        choiceUntil: byChoice ? RESIDENTIAL_1_UNTIL : null,
        capacity: byChoice ? 16 : (plan.room ?? null),
      },
      at,
    );
    events.push({ id, milestoneId, groups, byChoice, startsAt });
  }
  return events;
}
