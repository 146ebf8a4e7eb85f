import { randomUUID } from "node:crypto";
import { declareConflict } from "@/lib/applications/conflicts";
import { addNote } from "@/lib/applications/notes";
import { saveReview } from "@/lib/applications/review";
import type { ReviewRecommendation } from "@/lib/applications/schema-review";
import type { Actor } from "@/lib/auth/actor";
import { grantRole } from "@/lib/auth/roles";
import { londonTime } from "@/lib/dates";
import { type ApplicantState, secondManager } from "./cast";
import { criteria } from "./npqel/criteria";
import { actorFor, personId } from "./staff";

/** How the open cohort's applications were read: who scored what, who differs, who knows whom, and what was noted. */

export type Readers = { ruth: Actor; una: Actor; miles: Actor };

/** The readers of a cohort: its manager, a second one made here, and the administrator. */
export async function readersOf(manager: Actor, admin: Actor, cohortId: string, at: Date): Promise<Readers> {
  const userId = await personId(secondManager, at);
  await grantRole(admin, { userId, role: "cohort_manager", cohortId }, at);
  return { ruth: manager, una: await actorFor(secondManager, at), miles: admin };
}

type Part = {
  reviews: [by: keyof Readers, recommendation: ReviewRecommendation, points: number[], comment?: string][];
  conflict?: [by: keyof Readers, note: string];
  notes?: [by: keyof Readers, when: string, body: string][];
};

const PARTS: Partial<Record<ApplicantState, Part>> = {
  under_review: {
    reviews: [
      [
        "ruth",
        "offer",
        [3, 3, 2, 3, 3],
        "A deputy today, but she already runs improvement across four schools.",
      ],
      ["una", "waitlist", [3, 1, 2, 2, 2], "I would like to see what came of the work before we offer."],
    ],
    notes: [
      [
        "una",
        "2026-11-16 11:20",
        "Asked the trust's office who chairs the trustees now; they will write back.",
      ],
    ],
  },
  waitlisted: {
    reviews: [
      ["ruth", "waitlist", [2, 3, 4, 3, 3]],
      [
        "miles",
        "waitlist",
        [2, 3, 3, 3, 3],
        "One school now, a second from next autumn: a good case for the next place.",
      ],
    ],
    conflict: ["una", "Daniel and I were deputy heads in the same school until 2022."],
    notes: [["ruth", "2026-11-16 10:05", "First in line, should a place come back before Easter."]],
  },
  offered: {
    reviews: [
      ["ruth", "offer", [4, 3, 4, 4, 3]],
      ["una", "offer", [4, 4, 4, 3, 3]],
    ],
  },
  accepted: { reviews: [["ruth", "offer", [4, 3, 3, 3, 3]]] },
  rejected: {
    reviews: [
      ["ruth", "reject", [0, 1, 2, 1, 2]],
      ["una", "reject", [1, 1, 2, 2, 2], "Plenty of promise; simply too early."],
    ],
  },
};

/** Why a criterion got little, some or much: one sentence each. */
const WHY: Record<string, [little: string, some: string, much: string]> = {
  "several-schools": [
    "Leads within one school, and nothing says that this changes soon.",
    "Supports other schools, with a say in some of what they do.",
    "Answers for more than one school now, with people and money.",
  ],
  "improving-outcomes": [
    "Says what was planned, not what came of it.",
    "One change is told well; how they knew that it worked stays thin.",
    "A change across the trust, with figures and with what went wrong.",
  ],
  sponsor: [
    "The sponsor has not said anything about time.",
    "The sponsor backs it; who covers the residential is open.",
    "The sponsor names the day a week, and the mentor has agreed.",
  ],
  readiness: [
    "Does not say when 18 months of work will fit in.",
    "Has thought about the time, less about what to learn.",
    "Knows the hours, and names what cannot be done yet.",
  ],
  statement: [
    "Mostly general; it could be about any school.",
    "Answers what was asked, with one good example.",
    "Clear, in their own words, about their own schools.",
  ],
};
const why = (key: string, score: number) => WHY[key]?.[score < 2 ? 0 : score < 3 ? 1 : 2] ?? "";

/** What its readers wrote of an application that has come under review; before it is decided. */
export async function seedReading(
  readers: Readers,
  applicationId: string,
  state: ApplicantState,
  on: string,
): Promise<void> {
  const { reviews, conflict, notes = [] } = PARTS[state] ?? { reviews: [] };
  for (const [index, [by, recommendation, points, comment = ""]] of reviews.entries()) {
    const scores = criteria.map(({ key }, at) => {
      const score = points[at] ?? 0;
      return { criterionKey: key, score, reason: why(key, score) };
    });
    const input = { applicationId, version: 0, handIn: true, recommendation, comment, scores };
    await saveReview(readers[by], input, londonTime(on, `${14 + index}:10`));
  }
  if (conflict) {
    const [by, note] = conflict;
    await declareConflict(readers[by], { applicationId, note }, londonTime(on, "10:30"));
  }
  for (const [by, when, body] of notes) {
    const [date = "", time = ""] = when.split(" ");
    await addNote(readers[by], { applicationId, body, formKey: randomUUID() }, londonTime(date, time));
  }
}
