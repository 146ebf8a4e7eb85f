import { dayAndMonth, dayInLondon, longDate, shortDate } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { Letter } from "./letters";
import type { Waiting } from "./waiting";

/** What mentors are told by e-mail, and participants of their mentor's answers. */

const origin = () => env().NEXTAUTH_URL;

function message(template: string, content: Parameters<typeof emailLayout>[0]): Message {
  return { template, subject: content.heading, ...emailLayout(content) };
}

/** "Amara Okafor: confirm the check-in of 25 September 2026" */
const line = ({ participant, kind, metOn, module, closesOn }: Waiting): string =>
  kind === "impact_report"
    ? `${participant}: the programme impact report${module ? ` after module ${module}` : ""}${closesOn ? `, by ${shortDate(closesOn)}` : ""}`
    : `${participant}: confirm your check-in${metOn ? ` of ${shortDate(metOn)}` : ""}`;

const names = (people: readonly Waiting[]): string =>
  new Intl.ListFormat("en-GB").format([...new Set(people.map(({ participant }) => participant))]);

function heading({ why, items, named }: Letter): string {
  if (why === "named")
    return `${names(named)} ${named.length === 1 ? "has" : "have"} named you as NPQ mentor`;
  const [only] = items;
  if (why === "again" || !only) return "Your link as NPQ mentor";
  const what =
    items.length > 1
      ? `${items.length} things wait for you`
      : only.kind === "impact_report"
        ? `A report on ${only.participant}’s programme`
        : `${only.participant} asks you to confirm a check-in`;
  return why === "reminder" ? `Reminder: ${what}` : what;
}

/** The one e-mail that mentors get: who has named them, what waits, and the link to it. */
export function mentorEmail(letter: Letter, link: { token: string; expiresAt: Date }): Message {
  const { mentorName, named, people, items, why } = letter;
  const [first] = people;
  const programme = first ? `${first.programme}, ${first.cohort}` : "";
  const paragraphs = [
    `Dear ${mentorName},`,
    ...(named.length > 0
      ? [
          `${names(named)} ${named.length === 1 ? "takes" : "take"} part in a national professional qualification of the UCL Centre for Educational Leadership (${programme}) and named you as NPQ mentor. A mentor meets the participant for a check-in in each module and confirms it, and writes a short report on its impact after modules 2 and 3. We write to you when one of these waits.`,
        ]
      : []),
    items.length > 0
      ? `This waits for you:\n${items.map((item) => `- ${line(item)}`).join("\n")}`
      : "Nothing waits for you now.",
    ...(items.length > 0
      ? ["A check-in takes a few minutes, a report about fifteen. You need no account."]
      : []),
  ];
  return message(`mentor-${why}`, {
    heading: heading(letter),
    paragraphs,
    button: {
      label: items.length > 0 ? "See what waits for you" : "Open your page",
      href: `${origin()}/mentor/${link.token}`,
    },
    closing: `The link is yours alone: please do not forward this e-mail. It works until ${longDate(dayInLondon(link.expiresAt))}. If you are not the right person, please write to us.`,
  });
}

type Answered = { fullName: string; mentorName: string; metOn: string; milestoneId: string };
const page = ({ milestoneId }: Answered) => `${origin()}/dashboard/mentor/${milestoneId}`;

export function confirmedEmail(about: Answered): Message {
  return message("check-in-confirmed", {
    heading: `${about.mentorName} has confirmed your check-in`,
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.mentorName} has confirmed that you met on ${dayAndMonth(about.metOn)}, and added some words. The check-in is complete: you need not do anything.`,
    ],
    button: { label: "Read what your mentor wrote", href: page(about) },
  });
}

export function disputedEmail(about: Answered): Message {
  return message("check-in-disputed", {
    heading: `${about.mentorName} has not confirmed your check-in`,
    paragraphs: [
      `Dear ${about.fullName},`,
      `${about.mentorName} has told us that the check-in of ${dayAndMonth(about.metOn)} did not take place, or not as you wrote it. What they say is on its page.`,
      "Put it right there and send it again, or talk to them first.",
    ],
    button: { label: "See the check-in", href: page(about) },
  });
}

/** So that a mentor has it in writing that the report has arrived; its words stay on their page. */
export function reportReceiptEmail(about: { fullName: string; mentorName: string; title: string }): Message {
  return message("impact-report-receipt", {
    heading: "Thank you for your report",
    paragraphs: [
      `Dear ${about.mentorName},`,
      `We have your report on the programme’s impact (${about.fullName}, ${about.title}). The staff who run the programme read it. ${about.fullName} sees that it is in, and not what it says.`,
    ],
  });
}
