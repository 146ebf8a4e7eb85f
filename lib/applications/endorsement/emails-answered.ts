import type { Message } from "../../email/queue";
import { type About, type Asked, message, named, origin, quoted } from "./emails";

/** What applicant and staff are told of a sponsor's answer. */

const page = ({ reference }: About) => `${origin()}/applications/${reference}`;

export function endorsedEmail(about: Asked): Message {
  return message("endorsement-given", about, {
    heading: "Your sponsor has endorsed your application",
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.sponsorName} has endorsed your application for ${named(about)}. You need not do anything.`,
    ],
    button: { label: "See your application", href: page(about) },
  });
}

export function declinedEmail(about: Asked): Message {
  return message("endorsement-declined", about, {
    heading: "Your sponsor has not endorsed your application",
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.sponsorName} has told us that they do not endorse your application for ${named(about)}. Please talk to them: we do not pass on what a sponsor writes to us.`,
      "Your application stays where it is. If somebody else is in a position to endorse it, you can name them on its page.",
    ],
    button: { label: "See your application", href: page(about) },
  });
}

export function wrongPersonEmail(about: Asked): Message {
  return message("endorsement-wrong-person", about, {
    heading: "Please name another sponsor",
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.sponsorName}, whom you named as sponsor of your application for ${named(about)}, has told us that they are not the right person. Your sponsor is your line manager or, for an executive head, the chair of trustees.`,
      "Please name the right person. We then write to them at once; a place can be offered once we have their answer.",
    ],
    button: { label: "Name another sponsor", href: `${page(about)}/sponsor` },
  });
}

export function unansweredEmail(about: Asked): Message {
  return message("endorsement-unanswered", about, {
    heading: "Your sponsor has not answered",
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.sponsorName} has not answered in time, and the link we sent them works no longer. A place can be offered once we have a sponsor’s answer: please talk to them.`,
      "On the page of your application you can have the link sent again, or name somebody else.",
    ],
    button: { label: "See your application", href: page(about) },
  });
}

/** To those who decide. */
export function declinedForStaffEmail(about: Asked & { id: string }, note: string): Message {
  return message("endorsement-declined-staff", about, {
    heading: "A sponsor has not endorsed an application",
    paragraphs: [
      `${about.sponsorName} does not endorse ${about.fullName}’s application for ${named(about)}. They wrote, for the staff only:`,
      quoted(note),
      "The applicant is told that it was not endorsed, and not why.",
    ],
    button: { label: "See the application", href: `${origin()}/staff/applications/${about.id}` },
  });
}
