import { longDate, type PlainDate } from "../../dates";
import type { ApplicationState } from "../schema";
import type { BulkAddress, Reminder } from "../schema-bulk";
import type { Standing } from "../schema-endorsement";
import { canMove } from "../states";

/** Who of those chosen it is done to, and why not to the others. Pure; the verbs hold the same rules when it happens. */

export type Facts = {
  state: ApplicationState;
  conflicted: boolean;
  /** Two reviews differ, and a third has not been handed in. */
  differing: boolean;
  endorsed: boolean;
  /** The asking of the sponsor that waits for an answer. */
  asking: { sponsorName: string; standing: Standing; writtenOn: PlainDate } | null;
  /** The last day to answer the offer that stands. */
  answerBy: PlainDate | null;
  remindedToday: boolean;
};

export type Fit = { what: string } | { why: string };

const KNOWN = "You have declared that you know this applicant, so somebody else decides.";

/** Of one application by itself; places are counted over all of them, by `withinPlaces`. */
export function fitOf(
  facts: Facts,
  how: Pick<BulkAddress, "act" | "about" | "funded" | "unendorsed">,
  on: { today: PlainDate; open: boolean },
): Fit {
  if (facts.conflicted) return { why: KNOWN };
  switch (how.act) {
    case "offer":
      return fitForOffer(facts, how);
    case "reject":
      if (!canMove("reject", facts.state)) return { why: NOT_OPEN };
      return facts.differing ? { why: DIFFERING } : { what: "is rejected, and told why by e-mail" };
    default:
      return fitForReminder(facts, how.about ?? "offer", on);
  }
}

const NOT_OPEN = "It is not under review, nor on the waiting list.";
const DIFFERING = "Its reviews differ: decide it on its own page.";

function fitForOffer(
  { state, endorsed, differing }: Facts,
  how: Pick<BulkAddress, "funded" | "unendorsed">,
): Fit {
  if (!canMove("offer", state)) return { why: NOT_OPEN };
  if (differing) return { why: DIFFERING };
  if (!endorsed && !how.unendorsed) return { why: UNENDORSED };
  const place = how.funded ? "a funded place" : "a place, fee paid";
  return { what: `is offered ${place}${endorsed ? "" : ", without the sponsor’s endorsement"}` };
}

export const UNENDORSED = "The sponsor has not endorsed it.";

function fitForReminder(
  facts: Facts,
  about: Reminder,
  { today, open }: { today: PlainDate; open: boolean },
): Fit {
  const { state, answerBy, asking, remindedToday } = facts;
  if (about === "sponsor") {
    if (!asking || asking.standing === "closed") return { why: "No sponsor’s answer is awaited." };
    if (asking.standing !== "waiting")
      return { why: "The sponsor’s link has run out; it can be sent again on the application’s page." };
    if (asking.writtenOn === today) return { why: "The sponsor was written to today already." };
    return { what: `${asking.sponsorName}, the sponsor, gets an e-mail with a new link` };
  }
  if (about === "offer" && (state !== "offered" || !answerBy || answerBy < today))
    return { why: "There is no offer to be answered." };
  if (about === "draft" && state !== "draft") return { why: "It has been sent." };
  if (about === "draft" && !open) return { why: "The cohort takes no applications now." };
  if (remindedToday) return { why: "A reminder has gone out today already." };
  if (about === "offer" && answerBy) return { what: `gets an e-mail: answer by ${longDate(answerBy)}` };
  return { what: "gets an e-mail" };
}

/** The first so many of the fitting ones have a place; the others find none left. */
export function withinPlaces<T extends { fit: Fit }>(all: readonly T[], left: number, funded: boolean): T[] {
  let free = left;
  return all.map((each) => {
    if ("why" in each.fit || free-- > 0) return each;
    return { ...each, fit: { why: funded ? "No funded place is left for it." : "No place is left for it." } };
  });
}
