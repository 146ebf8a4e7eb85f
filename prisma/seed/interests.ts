import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { askToBeTold } from "@/lib/interest/ask";
import { confirmInterest } from "@/lib/interest/confirm";
import type { Topic } from "@/lib/interest/schema";
import { tellNews } from "@/lib/interest/tell";

/** People who want to be told: asked, and most of them confirmed, by the e-mail's link. */

type Part = { name: string; topics: Topic[]; asked: string; confirmed: string | null };

const INTERESTS: Part[] = [
  {
    name: "rosalind.pike",
    topics: ["scholarships"],
    asked: "2026-09-21 19:10",
    confirmed: "2026-09-21 19:14",
  },
  {
    name: "gethin.price",
    topics: ["scholarships", "next_cohort"],
    asked: "2026-09-28 07:02",
    confirmed: "2026-09-28 12:31",
  },
  {
    name: "noor.siddiqui",
    topics: ["scholarships"],
    asked: "2026-10-05 21:40",
    confirmed: "2026-10-06 06:55",
  },
  {
    name: "ailsa.drummond",
    topics: ["next_cohort"],
    asked: "2026-10-29 16:20",
    confirmed: "2026-10-29 16:22",
  },
  { name: "samuel.obi", topics: ["scholarships"], asked: "2026-11-10 08:15", confirmed: "2026-11-10 08:19" },
  { name: "petra.lindqvist", topics: ["scholarships"], asked: "2026-11-21 10:30", confirmed: null },
  // Had forgotten that she is on the list.
  { name: "rosalind.pike", topics: ["scholarships"], asked: "2026-11-22 20:05", confirmed: null },
];

const moment = (words: string) => {
  const [day = "", time = ""] = words.split(" ");
  return londonTime(day, time);
};

/** Asks and confirms in the order of the days, and tells what became public between; `told` are moments to tell at. */
export async function seedInterests(told: readonly string[]): Promise<void> {
  const steps = [
    ...told.map((at) => ({ at, run: () => tellNews(moment(at)) })),
    ...INTERESTS.map((part, index) => ({ at: part.asked, run: () => seedInterest(part, index) })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { at, run } of steps) {
    await run();
    await deliverDue(moment(at), { batch: 100 });
  }
}

async function seedInterest({ name, topics, asked, confirmed }: Part, index: number): Promise<void> {
  const email = `${name}@example.org`;
  // A network of each one's own (RFC 5737), so that the limits do not count them together.
  const input = { email, topics, programme: "npqel", clientIp: `198.51.100.${index + 1}` };
  await askToBeTold(input, moment(asked));
  if (!confirmed) return;
  const { text } = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, template: "interest-confirm" },
    orderBy: { createdAt: "desc" },
    select: { text: true },
  });
  const token = /\/be-told\/([\w-]{43})/.exec(text)?.[1] ?? "";
  await confirmInterest(token, moment(confirmed));
}
