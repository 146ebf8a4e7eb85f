import "server-only";
import { addPlainDays, dayInLondon, plainDate } from "../../dates";
import type { Message } from "../../email/queue";
import { draftReminderEmail, offeredEmail, offerReminder } from "../emails";
import { reminderEmail } from "../endorsement/emails";
import type { BulkAddress } from "../schema-bulk";
import type { Row } from "./rows";
import type { Letter } from "./views";

/** The e-mail as it will read; null where its words are still to be written. A sponsor's link is not made yet. */
export function letterTo(row: Row, { act, about, funded }: BulkAddress, at: Date): Letter | null {
  const message = messageTo(row, { act, about, funded }, at);
  if (!message) return null;
  const { subject, text } = message;
  const sponsor = act === "remind" && about === "sponsor";
  return { to: sponsor ? row.sponsorEmail : row.user.email, subject, text };
}

function messageTo(
  row: Row,
  { act, about, funded }: Pick<BulkAddress, "act" | "about" | "funded">,
  at: Date,
): Message | null {
  if (act === "offer") {
    const answerBy = addPlainDays(dayInLondon(at), row.cohort.offerDays);
    return offeredEmail(row, { fundedPlace: Boolean(funded), answerBy });
  }
  if (act !== "remind") return null;
  const [offer] = row.offers;
  if (about === "offer" && offer) return offerReminder(row, { answerBy: plainDate(offer.answerBy) });
  const { applicationsClose } = row.cohort;
  // What is missing in somebody's draft is told to them, and not to staff.
  if (about === "draft" && applicationsClose)
    return draftReminderEmail(row, {
      closesOn: plainDate(applicationsClose),
      gaps: ["(what each of them has still to fill in)"],
    });
  const asking = row.endorsements.find(({ outcome }) => outcome === null);
  return about === "sponsor" && asking
    ? reminderEmail(row, { token: "(their own link)", expiresAt: asking.expiresAt })
    : null;
}
