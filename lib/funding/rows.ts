import { createHash } from "node:crypto";
import { plainDate } from "../dates";

/** From the tables' rows to what forms and pages hold. */

type RuleRow = {
  name: string;
  explanation: string;
  settings: string[];
  listName: string | null;
  validFrom: Date;
  validTo: Date | null;
};

/** A rule with its days as plain days. */
export const ruleFacts = ({ name, explanation, settings, listName, validFrom, validTo }: RuleRow) => ({
  name,
  explanation,
  settings,
  listName,
  validFrom: plainDate(validFrom),
  validTo: validTo && plainDate(validTo),
});

export const partnerFacts = ({ name, url }: { name: string; url: string }) => ({ name, url });

/** What a form sends back, so that a page out of date is noticed: the row's words, hashed. */
export function seenOf(facts: ReturnType<typeof ruleFacts> | ReturnType<typeof partnerFacts>): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

export type NoticeState = "to_come" | "public" | "withdrawn";

/** Where a notice stands at that moment. */
export function noticeState(notice: { publicFrom: Date; withdrawnAt: Date | null }, at: Date): NoticeState {
  if (notice.withdrawnAt) return "withdrawn";
  return notice.publicFrom <= at ? "public" : "to_come";
}
