import type { ComponentType } from "react";
import type { DoneBy } from "@/lib/engagement/schema";
import { ByCoach } from "./ways/coach";
import { AtEvent } from "./ways/event";
import { FillIn } from "./ways/fill-in";
import { ByMentor } from "./ways/mentor";
import { Study } from "./ways/study";
import { Task } from "./ways/task";
import { Unrecorded } from "./ways/unrecorded";
import type { Way } from "./ways/way";

const WAYS: Record<DoneBy, ComponentType<Way>> = {
  study: Study,
  task: Task,
  audit: FillIn,
  evaluation: FillIn,
  event: AtEvent,
  mentor: ByMentor,
  coach: ByCoach,
  gate: Unrecorded,
  nothing: Unrecorded,
};

/** What one does here, or who records it and when: each way of getting an item done has a file of its own in ways/. */
export function Recording(way: Way) {
  const Chosen = WAYS[way.detail.milestone.doneBy];
  return <Chosen {...way} />;
}
