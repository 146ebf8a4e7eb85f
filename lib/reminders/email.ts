import { oneClickHeaders } from "../auth/sealed";
import { dayInLondon, longDate, type PlainDate, spanInLondon, timeInLondon } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import { fullTitle } from "../route-map/schema";
import type { Due } from "./due";
import { choiceAddress } from "./link";
import type { Frequency } from "./schema";

/** What a reminder says: its lines, the most urgent first, each with its page. */

type To = { userId: string; frequency: Frequency; shortNames: readonly string[] };
type Letter = { digestOf: PlainDate | null; lines: readonly Due[] };

const WHY: Record<Frequency, string> = {
  weekly:
    "You get these once a week, the day before an event, and a week before the last day to choose a place.",
  each: "You get these as they fall due, at most one e-mail a day.",
  essential:
    "You get only what is essential: the day before an event, a week before the last day to choose a place, once when something is late, and the assessment.",
};

/** The e-mail, with the way to fewer of them: in the text, and where there are fewer for mail programs in the head. */
export function reminderEmail(to: To, { digestOf, lines }: Letter, today: PlainDate): Message {
  const programmes = to.shortNames.join(" and ");
  const [first, ...others] = lines;
  if (!first) throw new Error("A reminder needs something to remind of.");
  const subject = digestOf
    ? `Your ${programmes} week from ${longDate(digestOf)}`
    : `${titleOf(first, today)}${others.length > 0 ? `, and ${others.length} more` : ""}`;
  const address = choiceAddress(to.userId);
  const button =
    others.length > 0
      ? { label: "Go to your route map", href: `${env().NEXTAUTH_URL}/dashboard/route-map` }
      : { label: "Open its page", href: pageOf(first) };
  const content = {
    heading: subject,
    paragraphs: ["Hello,", ...lines.map((line) => paragraph(line, today, others.length > 0))],
    button,
    closing: `You have this e-mail because you take part in ${programmes}. ${WHY[to.frequency]}`,
    leave: { label: "Choose how often", href: address },
  };
  const headers = to.frequency === "essential" ? {} : { headers: oneClickHeaders(address) };
  return { template: "reminder", subject, ...emailLayout(content), ...headers };
}

const pageOf = ({ milestone, choice }: Due) =>
  `${env().NEXTAUTH_URL}/dashboard/${choice ? "events" : `route-map/${milestone.id}`}`;

/** As a subject: "Tomorrow: Peer learning group 2, 16:00". */
function titleOf({ kind, milestone, event, choice, fallsOn }: Due, today: PlainDate): string {
  const title = fullTitle(milestone);
  if (choice)
    return kind === "places_close"
      ? `Choose a place by ${longDate(choice.until)}: ${title}`
      : `Choose your place: ${title}`;
  if (event) {
    const day = dayInLondon(event.startsAt);
    const near = day === today ? "Today" : kind === "event_day" ? "Tomorrow" : longDate(day);
    return `${near}: ${event.title}, ${timeInLondon(event.startsAt)}`;
  }
  if (kind === "overdue") return `Overdue: ${title}`;
  if (kind === "closes") return `Due by ${longDate(milestone.closesOn ?? fallsOn)}: ${title}`;
  return `Open now: ${title}`;
}

/** What it is, when, and where to go. */
function paragraph(due: Due, today: PlainDate, withPage: boolean): string {
  const { milestone, event } = due;
  const name = event ? event.title : fullTitle(milestone);
  return [name, sentence(due, today), ...(withPage ? [pageOf(due)] : [])].join("\n");
}

function sentence({ kind, milestone, event, choice, fallsOn }: Due, today: PlainDate): string {
  if (choice)
    return kind === "places_close"
      ? `You have no place yet. ${longDate(choice.until)} is the last day on which you can choose one.`
      : `You can choose a place now, until ${longDate(choice.until)}.`;
  if (event) return `${spanInLondon(event.startsAt, event.endsAt)}, ${event.place}.`;
  const closes = longDate(milestone.closesOn ?? fallsOn);
  if (kind === "overdue") return `It was due by ${closes} and can still be done.`;
  const opensOn = milestone.opensOn ?? fallsOn;
  if (opensOn > today) return `It opens on ${longDate(opensOn)} and is due by ${closes}.`;
  return kind === "closes" ? `It is due by ${closes}.` : `It is open, and due by ${closes}.`;
}
