import { longDate, plainDate } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import { eventTimes } from "./times";

/** What people are told about events by e-mail. Joining links are never in it: e-mails are passed on. */

type About = {
  id: string;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  choiceUntil: Date | null;
};

const page = ({ id }: About) => `${env().NEXTAUTH_URL}/dashboard/events/${id}`;
const staffPage = ({ id }: About) => `${env().NEXTAUTH_URL}/staff/events/${id}`;
const whenAndWhere = ({ startsAt, endsAt, place }: About) =>
  `${eventTimes(startsAt, endsAt)} (London time). ${place}.`;

/** Until when a place can be changed; empty where that is nobody's choice. */
function untilWhen({ choiceUntil }: About): string {
  if (!choiceUntil) return "";
  return `You can change it or give it up until the end of ${longDate(plainDate(choiceUntil))}.`;
}

function placeEmail(
  template: string,
  heading: string,
  subject: string,
  first: string,
  event: About,
): Message {
  const body = emailLayout({
    heading,
    paragraphs: ["Hello,", first, whenAndWhere(event), untilWhen(event)].filter(Boolean),
    button: { label: "Your page for this event", href: page(event) },
    closing:
      "Please check there what you told us about access and food. Only those who run the event see it.",
  });
  return { template, subject: `${subject}: ${event.title}`, ...body };
}

export function chosenEmail(event: About): Message {
  const first = `Your place at “${event.title}” is held for you.`;
  return placeEmail("event-place-held", "You have a place", "Your place", first, event);
}

export function promotedEmail(event: About): Message {
  const first = `A place at “${event.title}” became free, and as the first on the waiting list you have it now. If you held a place at another of these events, it has been given up for this one.`;
  return placeEmail("event-place-promoted", "You have a place now", "A place for you", first, event);
}

export function staffGaveEmail(event: About): Message {
  const first = `We have put you down for “${event.title}”. If you held a place at another of these events, this one takes its stead.`;
  return placeEmail("event-place-given", "You have a place", "Your place", first, event);
}

/** That staff took the place, or the turn on the waiting list, away. */
export function removedEmail(event: About, waiting: boolean, reason: string): Message {
  const what = waiting ? "are no longer on the waiting list for" : "no longer have a place at";
  const body = emailLayout({
    heading: waiting ? "You are off the waiting list" : "Your place was taken back",
    paragraphs: ["Hello,", `You ${what} “${event.title}”.`, whenAndWhere(event), `Why: ${reason}`],
    button: { label: "Your events", href: `${env().NEXTAUTH_URL}/dashboard/events` },
    closing: "If this comes as a surprise, please write to us.",
  });
  return { template: "event-place-removed", subject: `Your place: ${event.title}`, ...body };
}

/** That the day, the time or the place is another. */
export function changedEmail(event: About, before: About, staff: boolean): Message {
  const body = emailLayout({
    heading: "An event of yours has changed",
    paragraphs: [
      "Hello,",
      `“${event.title}” has changed.`,
      `Now: ${whenAndWhere(event)}`,
      `Before: ${whenAndWhere(before)}`,
    ],
    button: { label: "See the event", href: staff ? staffPage(event) : page(event) },
    closing: "A calendar that follows your private address puts itself right within hours.",
  });
  return { template: "event-changed", subject: `Changed: ${event.title}`, ...body };
}

/** That it does not take place, with the team's own words where there are some. */
export function cancelledEmail(event: About, message: string, chosen: boolean, staff: boolean): Message {
  const body = emailLayout({
    heading: "An event of yours is cancelled",
    paragraphs: [
      "Hello,",
      `“${event.title}”, ${eventTimes(event.startsAt, event.endsAt)}, ${event.place}, does not take place.`,
      ...(message ? message.split(/\n{2,}/) : []),
      ...(chosen ? ["Your place there has ended. Please choose another of these events."] : []),
    ],
    button: staff
      ? { label: "See the event", href: staffPage(event) }
      : { label: "Your events", href: `${env().NEXTAUTH_URL}/dashboard/events` },
  });
  return { template: "event-cancelled", subject: `Cancelled: ${event.title}`, ...body };
}

/** That joining instructions are there, or are others. */
export function instructionsEmail(event: About, first: boolean): Message {
  const body = emailLayout({
    heading: first ? "How to join your event" : "Other joining instructions",
    paragraphs: [
      "Hello,",
      first
        ? `The joining instructions for “${event.title}” are on your page.`
        : `The joining instructions for “${event.title}” have changed. Your page has the ones that hold.`,
      whenAndWhere(event),
    ],
    button: { label: "Joining instructions", href: page(event) },
  });
  return { template: "event-instructions", subject: `How to join: ${event.title}`, ...body };
}
