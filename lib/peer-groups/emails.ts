import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

/** What those concerned are told about a change of groups. */

const address = (path: string) => `${env().NEXTAUTH_URL}${path}`;
const MINE = { label: "Your peer learning group", path: "/dashboard/peer-group" };
const button = ({ label, path }: { label: string; path: string }) => ({ label, href: address(path) });

/** To somebody whose group is another one: null for none. */
export function movedEmail(
  from: string | null,
  to: { name: string; facilitator: string | null } | null,
): Message {
  const subject = to ? `Your peer learning group: ${to.name}` : "You are in no peer learning group for now";
  const was = from ? ` Before, you were in ${from}.` : "";
  const led = to?.facilitator ? ` ${to.facilitator} facilitates it.` : "";
  const body = emailLayout({
    heading: to ? `You are in ${to.name}` : "You are in no peer learning group for now",
    paragraphs: [
      "Hello,",
      to
        ? `Your peer learning group is now ${to.name}.${led}${was}`
        : `You are no longer in ${from ?? "your peer learning group"}. The team is finding you another group and will tell you.`,
      "Members see your name, role and workplace. What else you share, such as your phone number, is for you to say on the group’s page; what you shared before goes with you to the new group.",
      "If you had said that you cannot come to a session still ahead, or had arranged to join another group’s, that has ended: look at your new group’s sessions.",
    ],
    button: button(MINE),
  });
  return { template: "peer-group-moved", subject, ...body };
}

/** To a facilitator: who has come to their group and who has left it. */
export function membersEmail(
  group: { id: string; name: string },
  { joined, left }: { joined: string[]; left: string[] },
): Message {
  const line = (names: string[], words: string) =>
    names.length > 0 ? [`${words}: ${names.join(", ")}.`] : [];
  const body = emailLayout({
    heading: `${group.name} has changed`,
    paragraphs: ["Hello,", ...line(joined, "New in the group"), ...line(left, "No longer in the group")],
    button: button({ label: `See ${group.name}`, path: `/staff/groups/${group.id}` }),
  });
  return {
    template: "peer-group-members",
    subject: `Peer learning group ${group.name}: who is in it`,
    ...body,
  };
}

/** To whoever facilitates a group from now on, or no longer does. */
export function facilitatorEmail(group: { id: string; name: string }, now: boolean): Message {
  const body = emailLayout({
    heading: now ? `You facilitate ${group.name}` : `You no longer facilitate ${group.name}`,
    paragraphs: [
      "Hello,",
      now
        ? `You have been named facilitator of the peer learning group ${group.name}. Its members, sessions and notes are on its page.`
        : `Somebody else facilitates the peer learning group ${group.name} from now on, or it waits for somebody. You need not do anything.`,
    ],
    button: button(
      now
        ? { label: `See ${group.name}`, path: `/staff/groups/${group.id}` }
        : { label: "Your groups", path: "/staff/groups" },
    ),
  });
  const subject = now ? `You facilitate ${group.name}` : `You no longer facilitate ${group.name}`;
  return { template: "peer-group-facilitator", subject, ...body };
}
