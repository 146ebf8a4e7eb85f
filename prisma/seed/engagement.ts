import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { saveNudgeTemplate } from "@/lib/engagement/nudge-templates";
import { nudgeTemplates } from "@/lib/engagement/nudges";
import { recordContact } from "@/lib/engagement/record-contact";
import type { ContactHow } from "@/lib/engagement/schema-contacts";
import { sendNudge } from "@/lib/engagement/send-nudge";
import { npqel } from "./npqel";

/** What letters to NPQEL's participants begin with. */
export async function seedLetters(admin: Actor, at: Date): Promise<void> {
  for (const letter of npqel.letters) {
    const input = { ...letter, offered: "yes" as const, version: 0, formKey: randomUUID() };
    await saveNudgeTemplate(admin, "npqel", null, input, at);
  }
}

/** Who was in touch with whom in the running cohort, and a letter to those who had gone quiet. */

type Entry = {
  name: string;
  how: ContactHow;
  on: string;
  said: string;
  outcome: string;
  nextOn: string | null;
};

const ENTRIES: Entry[] = [
  {
    name: "Dilys Probert",
    how: "phone",
    on: "2026-10-14",
    said: "Her deputy has been away since September and she is covering two year groups. She wants to go on, and cannot see when.",
    outcome: "She tries an hour each Friday, and rings if it does not work out.",
    nextOn: "2026-11-06",
  },
  {
    name: "Dilys Probert",
    how: "email",
    on: "2026-11-09",
    said: "Asked how the Fridays have gone, and reminded her that a deferral keeps what she has done.",
    outcome: "No answer yet.",
    nextOn: "2026-11-20",
  },
  {
    name: "Gareth Lowe",
    how: "meeting",
    on: "2026-11-12",
    said: "Met after the group’s session. He had not seen that a missed session can be made up by an alternative activity.",
    outcome: "He proposes one for the session of October.",
    nextOn: null,
  },
];

export async function seedEngagement({
  manager,
  cohortId,
}: {
  manager: Actor;
  cohortId: string;
}): Promise<void> {
  const enrolments = await db.enrolment.findMany({
    where: { cohortId },
    select: { id: true, fullName: true },
  });
  const idOf = (name: string) => {
    const found = enrolments.find(({ fullName }) => fullName === name);
    if (!found) throw new Error(`${name} is not in the running cohort`);
    return found.id;
  };
  for (const { name, on, ...entry } of ENTRIES) {
    const input = { ...entry, happenedOn: on, supersedesId: "" as const, formKey: randomUUID() };
    await recordContact(manager, cohortId, idOf(name), input, londonTime(on, "16:40"));
  }
  const quiet = (await nudgeTemplates(manager, cohortId))?.find(({ reason }) => reason === "quiet");
  if (!quiet) throw new Error("There is no template for those who have gone quiet");
  const { subject, body } = quiet;
  const to = ["Dilys Probert", "Gareth Lowe"].map(idOf);
  await sendNudge(
    manager,
    cohortId,
    { subject, body, to, formKey: randomUUID() },
    londonTime("2026-10-27", "09:20"),
  );
}
