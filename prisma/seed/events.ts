import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { choosePlace } from "@/lib/events/choose-place";
import { saveInstructions } from "@/lib/events/instruct";
import { scheduleEvent } from "@/lib/events/schedule";
import { comes, type SeededEvent } from "./calendar";
import type { Enrolled } from "./participation";

/** Who chose which residential, what they need there, and how one joins what is coming. */

type Deliver = (at: Date) => Promise<void>;

/** By their place in the cast: what they told those who run the residentials. */
const NEEDS: Record<number, { access?: string; dietary?: string }> = {
  2: { dietary: "Vegetarian." },
  4: { access: "A room on the ground floor or near a lift: I walk with a stick." },
  5: { dietary: "Coeliac: no gluten, also not in sauces." },
  7: { access: "I lip-read: a seat near the front, please.", dietary: "Halal." },
  20: { dietary: "Allergic to nuts; I carry an EpiPen." },
};
const needsOf = (position: number) => ({ access: "", dietary: "", ...NEEDS[position] });

/** Everybody chose a place at the first residential while they could. */
export async function seedFirstChoices(
  people: readonly Enrolled[],
  events: readonly SeededEvent[],
  deliver: Deliver,
): Promise<void> {
  const residentials = events.filter(({ byChoice }) => byChoice);
  for (const { actor, position } of people) {
    const eventId = residentials.find((event) => comes(event, position))?.id ?? "";
    const at = londonTime("2026-04-28", `${String(8 + (position % 12)).padStart(2, "0")}:20`);
    await choosePlace(actor, { eventId, ...needsOf(position), wait: false }, at);
  }
  await deliver(londonTime("2026-04-28", "20:30"));
}

const RESIDENTIAL_2 = [
  { place: "Manchester", room: 14, from: "2027-07-07", to: "2027-07-08" },
  { place: "Oxford", room: 6, from: "2027-07-14", to: "2027-07-15" },
] as const;

/** By their place in the cast, in the order in which they chose. Eve and Joan wait for Oxford, Eve from Manchester. */
const CHOSEN: [position: number, place: "Manchester" | "Oxford", day: string][] = [
  [2, "Oxford", "2026-11-03"],
  [7, "Oxford", "2026-11-03"],
  [13, "Oxford", "2026-11-04"],
  [20, "Oxford", "2026-11-04"],
  [10, "Manchester", "2026-11-05"],
  [5, "Oxford", "2026-11-06"],
  [8, "Oxford", "2026-11-09"],
  [4, "Manchester", "2026-11-10"],
  [11, "Manchester", "2026-11-11"],
  [4, "Oxford", "2026-11-12"],
  [9, "Oxford", "2026-11-17"],
  [16, "Manchester", "2026-11-18"],
];

const IN_OXFORD = `The day is at **Ashmole House, 12 Broad Walk, Oxford**, ten minutes on foot from the station. Doors open at 9:30, and we begin at 10:00.

- Bring the two pieces of evidence from your first formative task.
- Lunch is there. There is no parking: please come by train, or by the park-and-ride.
- If you are held up on the day, ring 01632 960 117.`;

const ONLINE = `We meet in the video call behind the button. Please be there five minutes early, with your camera on if you can.

Read the case in *Module 2, week 4* before you come: you present your own for eight minutes.`;

/** The second residential, open for choice, and joining instructions for what is coming. */
export async function seedComing(
  manager: Actor,
  cohortId: string,
  { people, events, facilitatorIds }: { people: Enrolled[]; events: SeededEvent[]; facilitatorIds: string[] },
  deliver: Deliver,
): Promise<void> {
  const { id: milestoneId } = await db.milestone.findUniqueOrThrow({
    where: { cohortId_number: { cohortId, number: 24 } },
    select: { id: true },
  });
  const byPlace = new Map<string, string>();
  for (const [index, { place, room, from, to }] of RESIDENTIAL_2.entries()) {
    const event = {
      cohortId,
      milestoneId,
      title: `Residential 2, ${place}`,
      place,
      startsAt: londonTime(from, "09:30"),
      endsAt: londonTime(to, "16:00"),
      facilitatorId: facilitatorIds[index] ?? null,
      byChoice: true,
      capacity: room,
      choiceUntil: "2027-04-30",
    };
    byPlace.set(place, await scheduleEvent(manager, event, londonTime("2026-11-02", "09:00")));
  }
  for (const [position, place, day] of CHOSEN) {
    const actor = people.find((person) => person.position === position)?.actor;
    if (!actor) throw new Error(`Nobody is number ${position} of the cast`);
    const eventId = byPlace.get(place) ?? "";
    await choosePlace(actor, { eventId, ...needsOf(position), wait: true }, londonTime(day, "19:40"));
    await deliver(londonTime(day, "20:00"));
  }
  const at = londonTime("2026-11-13", "10:00");
  for (const { id, startsAt } of events.filter(
    (event) => event.startsAt > londonTime("2026-11-23", "09:00"),
  )) {
    const online = startsAt < londonTime("2027-01-01", "00:00");
    const link = `https://meet.example.org/npqel-${id.slice(-6)}`;
    const how = online
      ? { joiningUrl: link, instructions: ONLINE }
      : { joiningUrl: "", instructions: IN_OXFORD };
    await saveInstructions(manager, { eventId: id, version: 1, ...how }, at);
  }
  await deliver(at);
}
