import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import { whenWords } from "./states";

/**
 * What somebody who registered is told by e-mail. Nothing that was typed at the registration is in it: anybody may
 * type anybody's address.
 */

type Times = { startsAt: Date; endsAt: Date };
type About = Times & { id: string; title: string };

const MISTAKE =
  "If you did not register, somebody typed your address by mistake: please ignore this, or give the place up on that page.";
const inLondon = (webinar: Times) => `${whenWords(webinar)} (London time), online.`;

export function confirmationEmail(webinar: About, link: string): Message {
  const body = emailLayout({
    heading: "You have a place",
    paragraphs: [
      "Hello,",
      `You are registered for “${webinar.title}”.`,
      inLondon(webinar),
      "The joining link is on your own page, where you can also give the place up. The file with this e-mail puts the webinar into your calendar.",
    ],
    button: { label: "Your page", href: link },
    closing: `The page is yours alone: please do not pass it on. ${MISTAKE}`,
  });
  return { template: "webinar-confirmation", subject: `Your place: ${webinar.title}`, ...body };
}

export function reminderEmail(webinar: About, link: string): Message {
  const body = emailLayout({
    heading: "Your webinar is tomorrow",
    paragraphs: ["Hello,", `“${webinar.title}” is tomorrow.`, inLondon(webinar)],
    button: { label: "Your page, with the joining link", href: link },
    closing: "If you cannot come, give your place up on that page, so that somebody else can have it.",
  });
  return { template: "webinar-reminder", subject: `Tomorrow: ${webinar.title}`, ...body };
}

/** That the time, the joining link or both are other ones. */
export function changedEmail(
  webinar: About,
  link: string,
  changed: { before: Times | null; joiningLink: boolean },
): Message {
  const body = emailLayout({
    heading: changed.before ? "Your webinar has another time" : "Your webinar has another joining link",
    paragraphs: [
      "Hello,",
      `“${webinar.title}” has changed.`,
      ...(changed.before
        ? [`It is now on ${inLondon(webinar)}\nBefore it was on ${whenWords(changed.before)}.`]
        : []),
      ...(changed.joiningLink ? ["The joining link is another one. Your page has the one that works."] : []),
      ...(changed.before ? ["The file with this e-mail puts your calendar right."] : [inLondon(webinar)]),
    ],
    button: { label: "Your page", href: link },
    closing: "If you cannot come now, give your place up on that page. You keep it otherwise.",
  });
  return { template: "webinar-changed", subject: `Changed: ${webinar.title}`, ...body };
}

/** That it does not take place, with the team's own words where there are some. */
export function cancelledEmail(webinar: About, message: string): Message {
  const body = emailLayout({
    heading: "Your webinar is cancelled",
    paragraphs: [
      "Hello,",
      `“${webinar.title}”, ${whenWords(webinar)}, does not take place.`,
      ...(message ? message.split(/\n{2,}/) : []),
      "The file with this e-mail takes it out of your calendar. You need not do anything.",
    ],
    button: { label: "See other webinars", href: `${env().NEXTAUTH_URL}/webinars` },
  });
  return { template: "webinar-cancelled", subject: `Cancelled: ${webinar.title}`, ...body };
}

export function givenUpEmail(webinar: About): Message {
  const body = emailLayout({
    heading: "You have given your place up",
    paragraphs: [
      "Hello,",
      `You are not registered any more for “${webinar.title}”, ${whenWords(webinar)}.`,
      "The file with this e-mail takes it out of your calendar.",
    ],
    button: { label: "Register again", href: `${env().NEXTAUTH_URL}/webinars/${webinar.id}` },
    closing: "You can register again as long as there are places.",
  });
  return { template: "webinar-given-up", subject: `Place given up: ${webinar.title}`, ...body };
}

export function recordingEmail(webinar: About): Message {
  const body = emailLayout({
    heading: "The recording is there",
    paragraphs: [
      "Hello,",
      `You registered for “${webinar.title}”. You can watch the recording now, whether you were there or not.`,
    ],
    button: { label: "Watch the recording", href: `${env().NEXTAUTH_URL}/webinars/${webinar.id}` },
  });
  return { template: "webinar-recording", subject: `Recording: ${webinar.title}`, ...body };
}
