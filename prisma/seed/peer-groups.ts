import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { sayCannotCome } from "@/lib/peer-groups/apology";
import { changeNote, writeNote } from "@/lib/peer-groups/notes";
import { shareWithGroup } from "@/lib/peer-groups/sharing";
import { visitSession } from "@/lib/peer-groups/visit";
import { GROUPS } from "./calendar";
import { facilitators } from "./cast";
import type { Enrolled } from "./participation";
import { actorFor } from "./staff";

/** What the running cohort's groups share, write down, and cannot come to. */

/** Who shares what; the phone numbers are Ofcom's for drama. Everybody else has shared nothing. */
const SHARING: [name: string, sharesEmail: boolean, phone: string, about: string][] = [
  ["Amara Okafor", true, "", "Bringing three primary schools into the trust. Ask me about due diligence."],
  ["Dilys Probert", false, "01632 960 114", "Small rural schools, mixed-age classes."],
  ["Sunita Rao", true, "07700 900 218", "Curriculum across phases; new to governance."],
  ["Ben Lister", true, "", ""],
  ["Eve Hartnell", true, "07700 900 305", "School improvement in a trust of four. Always glad to visit."],
  ["Kwame Asante", false, "", "Federation of infant, junior and primary."],
  ["Chidi Mensah", true, "01632 960 271", "Inclusion, and a lot of attendance work."],
  ["Yusuf Demir", true, "", "Finance for people who never meant to do finance."],
];

type Note = {
  group: number;
  /** Route-map number of the session, or a topic of its own. */
  session?: number;
  title: string;
  /** Each version: who, when, what. "facilitator" is the group's own. */
  versions: [by: string, day: string, time: string, body: string][];
};

const NOTES: Note[] = [
  {
    group: 0,
    session: 5,
    title: "What we took from the first session",
    versions: [
      [
        "facilitator",
        "2026-06-25",
        "18:20",
        "Each of us brought one decision that is stuck.\n\nThree questions helped most:\n- Who decides, and does everybody know it?\n- What would we stop doing?\n- What would tell us by half-term that we were wrong?",
      ],
      [
        "Amara Okafor",
        "2026-06-26",
        "07:15",
        "Each of us brought one decision that is stuck.\n\nThree questions helped most:\n- Who decides, and does everybody know it?\n- What would we stop doing?\n- What would tell us by half-term that we were wrong?\n\nNext time: Dilys starts, then Petra. Ten minutes each, then questions only.",
      ],
    ],
  },
  {
    group: 0,
    title: "Reading we recommend to each other",
    versions: [["Sunita Rao", "2026-09-14", "20:05", "Please add a line on why, not only the title."]],
  },
  {
    group: 1,
    session: 5,
    title: "Case: two heads, one site",
    versions: [
      [
        "Eve Hartnell",
        "2026-06-30",
        "18:40",
        "Ben’s case. What we agreed to try: one calendar, one person who may say no, and a review after six weeks.\n\nBen tells us in the second session how it went.",
      ],
    ],
  },
  {
    group: 2,
    title: "Visits to each other’s schools",
    versions: [
      [
        "Chidi Mensah",
        "2026-10-08",
        "16:30",
        "Two Weirs: any Tuesday in January. Fairlea Park: after the audit.",
      ],
    ],
  },
];

export async function seedGroupLife(people: readonly Enrolled[], groupIds: readonly string[]): Promise<void> {
  const named = (name: string) => {
    const found = people.find(({ actor }) => actor.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const facilitatorOf = (group: number): Promise<Actor> => {
    const person = facilitators[group % facilitators.length] ?? facilitators[0];
    return actorFor(person, londonTime("2026-06-01", "09:00"));
  };
  const session = async (group: number, number: number) => {
    const where = { peerGroupId: groupIds[group] ?? "", milestone: { number } };
    return (await db.event.findFirstOrThrow({ where, select: { id: true } })).id;
  };

  for (const [position, [name, sharesEmail, phone, about]] of SHARING.entries()) {
    const { actor, enrolmentId } = named(name);
    const at = londonTime("2026-05-28", `19:${10 + position}`);
    await shareWithGroup(actor, { enrolmentId, version: 0, sharesEmail, phone, about }, at);
  }
  for (const { group, session: number, title, versions } of NOTES) {
    const noteId = randomUUID();
    for (const [index, [by, day, time, body]] of versions.entries()) {
      const actor = by === "facilitator" ? await facilitatorOf(group) : named(by).actor;
      const at = londonTime(day, time);
      const eventId = number ? await session(group, number) : null;
      const note = { groupId: groupIds[group] ?? "", formKey: noteId, eventId, title, body };
      if (index === 0) await writeNote(actor, note, at);
      else await changeNote(actor, { noteId, version: index, title, body }, at);
    }
  }
  // Kwame could not come to the session whose register waits: what he said stands in it.
  await sayCannotCome(
    named("Kwame Asante").actor,
    {
      eventId: await session(GROUPS.indexOf("Eastgate"), 12),
      note: "An inspection was announced this morning, and I am needed here.",
    },
    londonTime("2026-11-18", "18:20"),
  );
  // Sunita cannot come to Northfold's session of 3 December, and joins Westbrook's of 8 December.
  const sunita = named("Sunita Rao").actor;
  const own = await session(GROUPS.indexOf("Northfold"), 12);
  const other = await session(GROUPS.indexOf("Westbrook"), 12);
  const note = "Our trust’s board meets that afternoon.";
  await sayCannotCome(sunita, { eventId: own, note }, londonTime("2026-11-20", "07:40"));
  await visitSession(sunita, { eventId: own, sessionId: other }, londonTime("2026-11-20", "07:44"));
}
