import "server-only";
import type { Actor } from "../auth/actor";
import type { TodayItem } from "../today";
import { deadLetterCount } from "./dead-letters";

/** That e-mails were given up, for those who can send them again: one line. One query. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  const count = await deadLetterCount(actor);
  if (!count) return [];
  const title = count === 1 ? "1 e-mail was given up" : `${count} e-mails were given up`;
  const href = "/staff/emails";
  return [
    {
      kind: "email",
      id: "dead",
      urgency: "now",
      at,
      title,
      detail: "All cohorts",
      when: "see why, and send again",
      href,
      group: { key: "emails", total: 1, title, href },
    },
  ];
}
