import { oneClickHeaders } from "../auth/sealed";
import { longDate, monthAndYear, type PlainDate } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import { CONFIRM_DAYS, TOPIC_WORDS, type Topic } from "./schema";
import { leaveToken } from "./tokens";

/** What addresses are told. Nothing that was typed: anybody may type anybody's address. */

type About = { slug: string; shortName: string; title: string };

const here = (path: string) => `${env().NEXTAUTH_URL}${path}`;
const leaveAddress = (id: string) => here(`/be-told/leave/${leaveToken(id)}`);
const named = ({ title, shortName }: About) => `${title} (${shortName})`;
const inWords = (topics: readonly Topic[]) => topics.map((topic) => TOPIC_WORDS[topic].when).join(", and ");

/** Asks for confirmation: only whoever reads the address's mail can give it. */
export function confirmEmail(about: About, asked: { topics: readonly Topic[]; token: string }): Message {
  const subject = `Do you want news about ${about.shortName}?`;
  const body = emailLayout({
    heading: subject,
    paragraphs: [
      "Hello,",
      `Somebody, we think you, asked us to write to this address ${inWords(asked.topics)} for ${named(about)}.`,
      `Please confirm it within ${CONFIRM_DAYS} days. Until you do, you hear nothing more from us.`,
    ],
    button: { label: "Confirm", href: here(`/be-told/${asked.token}`) },
    closing: `If you did not ask, do nothing: the address is deleted after ${CONFIRM_DAYS} days.`,
  });
  return { template: "interest-confirm", subject, ...body };
}

/** To somebody who asks for what they have already. */
export function onTheListEmail(about: About, known: readonly { id: string; topic: Topic }[]): Message {
  const subject = `You are on our list for ${about.shortName}`;
  const ways = known.map(({ id, topic }) => `To leave “${TOPIC_WORDS[topic].label}”: ${leaveAddress(id)}`);
  const body = emailLayout({
    heading: subject,
    paragraphs: [
      "Hello,",
      `You asked to be told about ${named(about)}. You are on the list already: we write ${inWords(known.map(({ topic }) => topic))}. There is nothing to confirm.`,
      ...ways,
    ],
  });
  return { template: "interest-known", subject, ...body };
}

/** A cohort as the news of its opening tells it. */
export type Opening = { name: string; startsOn: PlainDate; applicationsClose: PlainDate };

/** News, with the way to leave: in the text, and for mail programs in the head (RFC 2369 and 8058). */
export function newsEmail(about: About, opening: Opening | null, interestId: string): Message {
  const leave = leaveAddress(interestId);
  const content = opening ? openingNews(about, opening) : scholarshipNews(about, leave);
  return {
    template: "interest-news",
    subject: content.heading,
    ...emailLayout(content),
    headers: oneClickHeaders(leave),
  };
}

function scholarshipNews(about: About, leave: string) {
  return {
    heading: `News on scholarships for ${about.shortName}`,
    paragraphs: ["Hello,", `You asked us to tell you: there is news on scholarships for ${named(about)}.`],
    button: { label: "Read it", href: here(`/programmes/${about.slug}#scholarships`) },
    closing: "You have this e-mail because you asked for it and confirmed your address.",
    leave: { label: "Leave this list", href: leave },
  };
}

function openingNews(about: About, { name, startsOn, applicationsClose }: Opening) {
  return {
    heading: `${about.shortName}: applications for ${name} are open`,
    paragraphs: [
      "Hello,",
      `You asked us to tell you: you can apply for ${named(about)} now. The cohort ${name} starts in ${monthAndYear(startsOn)}; applications close on ${longDate(applicationsClose)}.`,
    ],
    button: { label: "See the programme and apply", href: here(`/programmes/${about.slug}`) },
    closing:
      "This is the e-mail you asked for. Your address is deleted from the list with it, so there is nothing to leave.",
  };
}

/** Until when the link in an e-mail that was asked for at that moment confirms. */
export function confirmableUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + CONFIRM_DAYS * 86_400_000);
}
