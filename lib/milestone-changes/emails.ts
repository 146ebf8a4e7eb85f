import { shortDate } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { ItemChange, PlannedItem } from "../route-map/changes";
import { fullTitle } from "../route-map/schema";

const windowOf = ({ opensOn, closesOn }: PlannedItem) =>
  opensOn && closesOn ? `${shortDate(opensOn)} to ${shortDate(closesOn)}` : "without a date";

/** The items whose windows are other ones: what participants are told of. */
export const movedWindows = (changed: readonly ItemChange[]) =>
  changed.filter(({ fields }) => fields.some(({ field }) => field === "opensOn" || field === "closesOn"));

/** A sentence for each of them, as the letter has it. */
export const movedLines = (moved: readonly ItemChange[]): string[] =>
  moved.map(({ item, before }) => `${fullTitle(item)}: now ${windowOf(item)}, before ${windowOf(before)}.`);

/** That dates on the participant's route map are other ones. */
export function datesEmail(
  fullName: string,
  about: { programme: string; cohortName: string },
  lines: readonly string[],
): Message {
  const body = emailLayout({
    heading: "Dates on your route map have changed",
    paragraphs: [
      `Dear ${fullName},`,
      `We have changed dates on the route map of ${about.programme}, ${about.cohortName}.`,
      lines.join("\n"),
      "Your page and your calendar have the new ones. What you have done stays recorded.",
    ],
    button: { label: "Your route map", href: `${env().NEXTAUTH_URL}/dashboard/route-map` },
  });
  return {
    template: "route-map-dates",
    subject: `${about.programme}: changed dates on your route map`,
    ...body,
  };
}
