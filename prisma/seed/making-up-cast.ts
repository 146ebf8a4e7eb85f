import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { facilitators, participants } from "./cast";
import { actorFor } from "./staff";

/** Who asks for corrections and makes up for what they missed, and when. */

export const moment = (words: string) => {
  const [day = "", time = ""] = words.split(" ");
  return londonTime(day, time);
};

export type Cohort = { manager: Actor; cohortId: string };

/** The people by name, and the running cohort's milestones by number. */
export async function castOf({ cohortId }: Cohort) {
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  return {
    milestone: (number: number) => milestones.find((each) => each.number === number)?.id ?? "",
    person: (name: string) => {
      const part = participants.find((each) => each.name === name);
      if (!part) throw new Error(`${name} is not in the cast`);
      return actorFor(part, moment("2026-04-20 09:00"));
    },
    tom: await actorFor(facilitators[1], moment("2026-04-20 09:00")),
    priya: await actorFor(facilitators[0], moment("2026-04-20 09:00")),
  };
}
