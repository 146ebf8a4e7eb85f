import { dateTimeInLondon } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

/** What facilitators are told about who comes to their sessions. */

export type SessionNews = {
  who: string;
  news: "cannot_come" | "comes_after_all" | "visits" | "visits_no_more";
  /** Where a guest comes from, or somebody who cannot come goes instead. */
  otherGroup?: string;
  /** What somebody who cannot come wrote. */
  note?: string;
};

type About = { id: string; title: string; startsAt: Date; groupName: string; peerGroupId: string | null };

const WORDS: Record<SessionNews["news"], [subject: string, sentence: string]> = {
  cannot_come: ["cannot come", "has said that they cannot come to this session."],
  comes_after_all: ["comes after all", "comes to this session after all."],
  visits: [
    "comes as a guest",
    "comes to this session as a guest, because they cannot come to their own group’s.",
  ],
  visits_no_more: ["no longer comes as a guest", "no longer comes to this session as a guest."],
};

export function apologyEmail(session: About, { who, news, otherGroup, note }: SessionNews): Message {
  const [subject, sentence] = WORDS[news];
  const body = emailLayout({
    heading: `${who} ${subject}`,
    paragraphs: [
      "Hello,",
      `${who}${otherGroup ? ` of ${otherGroup}` : ""} ${sentence}`,
      `${session.title}, ${session.groupName}: ${dateTimeInLondon(session.startsAt)}.`,
      ...(note ? [`They wrote: “${note}”`] : []),
    ],
    button: { label: "See the group", href: `${env().NEXTAUTH_URL}/staff/groups/${session.peerGroupId}` },
  });
  return { template: "peer-session-news", subject: `${who} ${subject}: ${session.title}`, ...body };
}
