import { longDate, monthAndYear, type PlainDate, plainDate, shortDate } from "../dates";
import { emailLayout } from "../email/layout";
import type { Listing } from "../email/listing";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { Answers } from "./schema-answers";
import { rejectionTold } from "./schema-reasons";
import { answerGroups } from "./schema-rows";

/** What an applicant is told by e-mail at each step. */

type About = {
  reference: string;
  fullName: string;
  cohort: { name: string; startsOn: Date; programme: { shortName: string; title: string } };
};

const REGISTER_WITH_DFE =
  "Every participant also has to register for an NPQ with the Department for Education. You told us that this is not done yet, or that you are not sure: please do it now, on GOV.UK.";

const named = ({ cohort }: About) =>
  `${cohort.programme.shortName} ${cohort.programme.title}, ${cohort.name}`;
const page = ({ reference }: About) => `${env().NEXTAUTH_URL}/applications/${reference}`;

/** What every one of these e-mails says around what it is about. */
function letter(about: Pick<About, "fullName" | "reference">, paragraphs: string[]): string[] {
  const greeting = about.fullName ? `Dear ${about.fullName},` : "Hello,";
  return [greeting, ...paragraphs, `Your reference is ${about.reference}.`];
}

function message(
  about: About,
  template: string,
  subject: string,
  paragraphs: string[],
  { label = "See your application", listing }: { label?: string; listing?: Listing } = {},
): Message {
  const heading = subject;
  const body = emailLayout({
    heading,
    paragraphs: letter(about, paragraphs),
    button: { label, href: page(about) },
    ...(listing ? { listing } : {}),
  });
  return { template, subject: `${subject}: ${about.reference}`, ...body };
}

/** With a copy of the answers; what was said about access and food is not among them. */
export function receivedEmail(
  about: About,
  { readBy, registered, answers }: { readBy: PlainDate; registered: boolean; answers: Answers },
): Message {
  const paragraphs = [
    `Thank you for applying for ${named(about)}.`,
    `What happens next: we read it, and you hear from us by ${longDate(readBy)}. You can follow it, or withdraw it, on its page.`,
    ...(registered ? [] : [REGISTER_WITH_DFE]),
    "A copy of your answers is at the end of this e-mail. What you said about access and food is not in it.",
  ];
  const listing = answerGroups(answers);
  return message(about, "application-received", "We have your application", paragraphs, { listing });
}

export function draftReminderEmail(
  about: About,
  { closesOn, gaps }: { closesOn: PlainDate; gaps: string[] },
): Message {
  const left =
    gaps.length === 0
      ? "Everything needed is there: check your answers and send it."
      : `Still to fill in: ${gaps.join(", ")}.`;
  return message(
    about,
    "draft-reminder",
    `Send your application by ${shortDate(closesOn)}`,
    [
      `You have begun an application for ${named(about)} and not sent it yet. You can send it until ${longDate(closesOn)}, 23:59.`,
      left,
      "If you have changed your mind, you need not do anything, or you can withdraw it on its page.",
    ],
    { label: "Go on with it" },
  );
}

export function waitlistedEmail(about: About): Message {
  return message(about, "application-waitlisted", "You are on the waiting list", [
    `We would like to offer you a place on ${named(about)}, but all places are taken at the moment.`,
    "If one becomes free, we will write to you at once. You need not do anything.",
  ]);
}

type Rejection = { reasons: readonly string[]; words: string };

function rejection(about: About, { reasons, words }: Rejection): string[] {
  const { why, next } = rejectionTold(reasons, words);
  const first = `We have read your application for ${named(about)} with care. We cannot offer you a place this time.`;
  return [first, ...why, ...next];
}

export function rejectedEmail(about: About, told: Rejection): Message {
  return message(about, "application-rejected", "About your application", rejection(about, told));
}

/** The same for staff to read before it goes out. */
export function rejectionPreview(about: About, told: Rejection): { subject: string; paragraphs: string[] } {
  const { subject } = rejectedEmail(about, told);
  return { subject, paragraphs: letter(about, rejection(about, told)) };
}

export function offeredEmail(about: About, offer: { fundedPlace: boolean; answerBy: PlainDate }): Message {
  return message(
    about,
    "offer-made",
    "We offer you a place",
    [
      `We are glad to offer you ${offer.fundedPlace ? "a funded place" : "a place"} on ${named(about)}, starting in ${monthAndYear(plainDate(about.cohort.startsOn))}.`,
      `Please answer by ${longDate(offer.answerBy)}, 23:59. After that the offer ends and the place goes to somebody else.`,
    ],
    { label: "Answer the offer" },
  );
}

export function acceptedEmail(about: About): Message {
  return message(about, "offer-accepted", "Your place is confirmed", [
    `You have a place on ${named(about)}. Your route map is ready: it shows everything the 18 months ask of you, and when.`,
  ]);
}

export function declinedEmail(about: About): Message {
  return message(about, "offer-declined", "You have declined your place", [
    `We have noted that you do not take up the place on ${named(about)}. You are welcome to apply again.`,
  ]);
}

export function withdrawnEmail(about: About): Message {
  return message(about, "application-withdrawn", "Your application is withdrawn", [
    `We have withdrawn your application for ${named(about)}, as you asked. You can apply again while applications are open.`,
  ]);
}

export function offerReminder(about: About, { answerBy }: { answerBy: PlainDate }): Message {
  return message(
    about,
    "offer-reminder",
    "Your offer waits for your answer",
    [
      `We have offered you a place on ${named(about)}, and have not heard from you yet.`,
      `Please accept or decline it by ${longDate(answerBy)}, 23:59. After that the offer ends and the place goes to somebody else.`,
    ],
    { label: "Answer the offer" },
  );
}

export function expiredEmail(about: About): Message {
  return message(about, "offer-expired", "Your offer has ended", [
    `We did not hear from you in time, so the offer of a place on ${named(about)} has ended. If you still want the place, write to us: one may be free.`,
  ]);
}
