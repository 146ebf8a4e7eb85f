import { londonTime } from "@/lib/dates";
import { chooseByLink, chooseFrequency } from "@/lib/reminders/choose";
import { choiceAddress } from "@/lib/reminders/link";
import type { Frequency } from "@/lib/reminders/schema";
import { sendReminders } from "@/lib/reminders/send";
import type { Enrolled } from "./participation";

/** Some people's choices, and the reminders of the demo's last week; everybody else has one e-mail a week. */

/** By their place in the cast. Chidi Mensah and Dilys Probert want each; Joan Pettifer used the link in an e-mail. */
const CHOICES: [position: number, frequency: Frequency, by: "signed in" | "link"][] = [
  [2, "each", "signed in"],
  [3, "each", "signed in"],
  [9, "essential", "link"],
];

/** The Mondays' digests, and the eve of the second group's session. */
const SENT: [day: string, time: string][] = [
  ["2026-11-16", "07:30"],
  ["2026-11-18", "08:00"],
  ["2026-11-23", "07:30"],
];

export async function seedOwnReminders(
  people: readonly Enrolled[],
  deliver: (at: Date) => Promise<void>,
): Promise<void> {
  for (const [position, frequency, by] of CHOICES) {
    const actor = people.find((person) => person.position === position)?.actor;
    const at = londonTime("2026-09-30", "18:20");
    if (!actor) throw new Error(`Nobody is number ${position} of the cast`);
    if (by === "link") await chooseByLink(choiceAddress(actor.userId).split("/").at(-1), frequency, at);
    else await chooseFrequency(actor, frequency, at);
  }
  for (const when of SENT) {
    await sendReminders(londonTime(...when));
    await deliver(londonTime(...when));
  }
}
