import "server-only";
import { addPlainDays, dayInLondon, plainDate } from "../../dates";
import { db } from "../../db";
import type { Message } from "../../email/queue";
import { offeredEmail, offerReminder } from "../emails";
import { reminderEmail } from "../endorsement/emails";
import { draftSelect, reminderOf } from "../remind-drafts";
import type { BulkAddress } from "../schema-bulk";
import type { Row } from "./rows";
import type { Letter } from "./views";

/** The e-mail as it will read, by one query at most; null where its words are still to be written. A sponsor's link is not made yet. */
export async function letterTo(
  row: Row,
  { act, about, funded }: BulkAddress,
  at: Date,
): Promise<Letter | null> {
  const message = await messageTo(row, { act, about, funded }, at);
  if (!message) return null;
  const { subject, text } = message;
  const sponsor = act === "remind" && about === "sponsor";
  return { to: sponsor ? row.sponsorEmail : row.user.email, subject, text };
}

async function messageTo(
  row: Row,
  { act, about, funded }: Pick<BulkAddress, "act" | "about" | "funded">,
  at: Date,
): Promise<Message | null> {
  if (act === "offer") {
    const answerBy = addPlainDays(dayInLondon(at), row.cohort.offerDays);
    return offeredEmail(row, { fundedPlace: Boolean(funded), answerBy });
  }
  if (act !== "remind") return null;
  const [offer] = row.offers;
  if (about === "offer" && offer) return offerReminder(row, { answerBy: plainDate(offer.answerBy) });
  const { applicationsClose } = row.cohort;
  if (about === "draft" && applicationsClose)
    return reminderOf(
      await db.application.findUniqueOrThrow({ where: { id: row.id }, select: draftSelect }),
      plainDate(applicationsClose),
    );
  const asking = row.endorsements.find(({ outcome }) => outcome === null);
  return about === "sponsor" && asking
    ? reminderEmail(row, { token: "(their own link)", expiresAt: asking.expiresAt })
    : null;
}
