import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { endMentor } from "@/lib/mentoring/change-mentor";
import { saveCheckIn, sendCheckIn } from "@/lib/mentoring/write-check-in";
import { writeToMentors } from "@/lib/mentoring/write-to-mentor";
import { participants } from "./cast";
import { deliverToNobody } from "./dead-letter";
import { mentorAnswers } from "./mentor-links";
import type { Enrolled, On } from "./participation";

/** The first check-in of the running cohort: most are confirmed, and somebody's has gone each other way. */

/** Whose check-in goes another way, by name. */
const WAITING = "Petra Lindqvist";
const DISPUTED = "Tobias Wren";
const SILENT = "Kwame Asante";
const BOUNCING = "Uma Krishnan";
/** Confirmed in September; the mentor has left since. */
const MENTOR_LEFT = "Rosalind Teague";

const WRITTEN = [
  {
    talkedAbout:
      "How the module on school culture meets what we are trying in the trust. We went through the staff survey, and where the two schools differ.",
    nextSteps: "I visit both schools at the start of term. We look at the survey again before half-term.",
  },
  {
    talkedAbout:
      "What I am reading on curriculum and why it matters for Year 7. My mentor asked what I would stop doing to make room for it.",
    nextSteps: "Take two items off the leadership team’s agenda. Try the reading in one department first.",
  },
  {
    talkedAbout:
      "Time: the study has slipped into weekends. We talked about which mornings can be kept free.",
    nextSteps: "Wednesday mornings are kept for the programme until January.",
  },
];
const SAID = [
  "A good conversation. The questions are better than they were in May, and the plan is realistic.",
  "We agreed what comes off the agenda, and I will see to it that it stays off.",
  "It shows already in how meetings are run. I have asked for a short account at the next board.",
];

/** Puts the mentors' part on the calendar of the demo's year. */
export function seedMentoring(
  on: On,
  { manager, milestoneId, talked }: { manager: Actor; milestoneId: string; talked: Enrolled[] },
): void {
  const nameOf = ({ position }: Enrolled) => participants[position]?.name ?? "";
  const find = (name: string) => talked.find((each) => nameOf(each) === name);
  const deliver = async (at: Date) => {
    while ((await deliverDue(at, { batch: 100 })).sent > 0);
  };
  const write = (person: Enrolled, metOn: string, at: Date) =>
    sendNew(person, { milestoneId, metOn, ...(WRITTEN[person.position % 3] ?? WRITTEN[0]) } as Writing, at);

  on("2026-04-17", "09:32", writeToMentors);
  on("2026-04-17", "09:40", deliver);
  const elsewhere = [WAITING, DISPUTED, SILENT, BOUNCING];
  for (const person of talked.filter((each) => !elsewhere.includes(nameOf(each)))) {
    const { enrolmentId, position } = person;
    const time = `${10 + (position % 8)}:${10 + position}`;
    on("2026-09-24", time, (at) => write(person, `2026-09-2${1 + (position % 3)}`, at));
    const words = SAID[position % 3] ?? "";
    on("2026-09-28", time, (at) =>
      mentorAnswers(enrolmentId, milestoneId, { answer: "confirmed", words }, at),
    );
  }
  for (const [name, metOn, day] of [
    [DISPUTED, "2026-09-30", "2026-10-01"],
    [SILENT, "2026-10-02", "2026-10-06"],
    [WAITING, "2026-11-18", "2026-11-19"],
  ] as const) {
    const person = find(name);
    if (person) on(day, "17:20", (at) => write(person, metOn, at));
  }
  const disputed = find(DISPUTED)?.enrolmentId ?? "";
  const words = "We had to put this off to the week after, and met on the 7th. Please change the day.";
  on("2026-10-08", "11:05", (at) => mentorAnswers(disputed, milestoneId, { answer: "not_held", words }, at));
  for (const day of ["2026-09-29", "2026-10-08", "2026-11-19"]) on(day, "18:00", deliver);
  // Both reminders of the one who does not answer.
  for (const day of ["2026-10-13", "2026-10-20"]) {
    on(day, "09:32", writeToMentors);
    on(day, "09:40", deliver);
  }
  const left = find(MENTOR_LEFT)?.enrolmentId ?? "";
  on("2026-11-09", "10:15", async (at) => {
    const mentor = await db.npqMentor.findFirstOrThrow({ where: { enrolmentId: left, endedAt: null } });
    await endMentor(manager, { enrolmentId: left, seen: mentor.id }, at);
  });
  const bouncing = find(BOUNCING);
  if (bouncing) {
    on("2026-11-20", "08:00", deliver);
    on("2026-11-20", "08:05", (at) => write(bouncing, "2026-11-17", at));
    on("2026-11-20", "08:06", deliverToNobody);
  }
}

type Writing = { milestoneId: string; metOn: string; talkedAbout: string; nextSteps: string };

/** Writes a check-in and sends it, in one sitting. */
async function sendNew({ actor }: Enrolled, writing: Writing, at: Date): Promise<void> {
  await saveCheckIn(actor, { version: 0, ...writing }, at);
  await sendCheckIn(actor, { milestoneId: writing.milestoneId, version: 1 }, at);
}
