import { dayInLondon, longDate } from "../../dates";
import { type EmailContent, emailLayout } from "../../email/layout";
import type { Message } from "../../email/queue";
import { env } from "../../env";
import type { Answer } from "../schema-endorsement";

/** What a sponsor is told by e-mail. */

export type About = {
  reference: string;
  fullName: string;
  cohort: { name: string; programme: { shortName: string; title: string } };
};
export type Asked = About & { sponsorName: string };
type Link = { token: string; expiresAt: Date };

export const origin = () => env().NEXTAUTH_URL;
export const named = ({ cohort }: About) =>
  `${cohort.programme.shortName} ${cohort.programme.title}, ${cohort.name}`;

export function message(template: string, about: About, content: EmailContent): Message {
  return { template, subject: `${content.heading}: ${about.reference}`, ...emailLayout(content) };
}

const link = ({ token }: Link) => ({
  label: "Read and answer",
  href: `${origin()}/endorsements/${token}`,
});
const PERSONAL =
  "The link is yours alone and needs no account: please do not forward this e-mail. If you are not the right person, the page lets you say so.";

export function askedEmail(about: Asked, sent: Link): Message {
  return message("endorsement-asked", about, {
    heading: `Will you endorse ${about.fullName}’s application?`,
    paragraphs: [
      `Dear ${about.sponsorName},`,
      `${about.fullName} has applied for ${named(about)}, a national professional qualification of the UCL Centre for Educational Leadership, and names you as sponsor: the line manager or, for an executive head, the chair of trustees.`,
      "The page behind the link says what the programme asks of a school and what the applicant chose to share with you. There you can endorse the application or say that you do not; it takes about five minutes.",
      `Please answer by ${longDate(dayInLondon(sent.expiresAt))}. A place can be offered once we have your answer.`,
    ],
    button: link(sent),
    closing: PERSONAL,
  });
}

export function reminderEmail(about: Asked, sent: Link): Message {
  return message("endorsement-reminder", about, {
    heading: `${about.fullName}’s application waits for your answer`,
    paragraphs: [
      `Dear ${about.sponsorName},`,
      `We wrote to you because ${about.fullName} has applied for ${named(about)} and names you as sponsor. We have not heard from you yet, and a place can be offered once we have your answer.`,
      `Please answer by ${longDate(dayInLondon(sent.expiresAt))}. The link in our first e-mail works as well.`,
    ],
    button: link(sent),
    closing: PERSONAL,
  });
}

/** What the sponsor said, for them to keep. */
export function receiptEmail(about: Asked, answer: Answer): Message {
  return message("endorsement-receipt", about, {
    heading: "Thank you for your answer",
    paragraphs: [`Dear ${about.sponsorName},`, ...receiptOf(about, answer)],
    closing: "It can be given once. If something in it is wrong, write to us and quote the reference.",
  });
}

function receiptOf(about: About, { outcome, jobTitle, note }: Answer): string[] {
  const yours = note ? [`You wrote:\n${quoted(note)}`] : [];
  if (outcome === "wrong_person")
    return [
      `You told us that you are not the person to endorse ${about.fullName}’s application for ${named(about)}. We have told the applicant, and will not write to you about it again.`,
      ...yours,
    ];
  if (outcome === "declined")
    return [
      `You told us that you do not endorse ${about.fullName}’s application for ${named(about)}. We tell the applicant that you did not endorse it, and ask them to talk to you; what you wrote is for the staff who decide.`,
      ...yours,
    ];
  return [
    `As ${jobTitle}, you endorsed ${about.fullName}’s application for ${named(about)}. You said that the time it takes is released, and that the NPQ mentor’s part is supported.`,
    ...yours,
  ];
}

export const quoted = (note: string) =>
  note
    .split("\n")
    .map((each) => (each === "" ? ">" : `> ${each}`))
    .join("\n");
