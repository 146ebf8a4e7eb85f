import "server-only";
import type { Actor } from "../../auth/actor";
import { FieldProblem, NotAllowed, NotFound, StaleVersion, TooMany, WrongState } from "../../errors";
import { rejectApplication } from "../decide";
import { remindSponsorNow } from "../endorsement/remind-now";
import { makeOffer } from "../make-offer";
import type { Also } from "../move";
import { remindApplicant } from "../remind";
import type { Chosen } from "../schema-bulk";
import type { Settings } from "./stored";

/** Does the act's one thing with one application, by the verb that does it for one alone. */
export async function doOne(
  actor: Actor,
  settings: Settings,
  { applicationId, version }: Chosen,
  at: Date,
  also: Also,
): Promise<void> {
  const one = { applicationId, version };
  switch (settings.kind) {
    case "offer": {
      const { fundedPlace, unendorsed, overrideReason } = settings;
      const reason = unendorsed ? overrideReason : undefined;
      return makeOffer(actor, { ...one, fundedPlace, overrideReason: reason }, at, also);
    }
    case "reject":
      return rejectApplication(actor, { ...one, reasons: settings.reasons, words: settings.words }, at, also);
    case "remind":
      return settings.about === "sponsor"
        ? remindSponsorNow(actor, { applicationId }, at, also)
        : remindApplicant(actor, { applicationId, about: settings.about }, at, also);
  }
}

/** What is asked for one application alone, and not of many. */
const OF_FIELDS: Record<string, string> = {
  overrideReason: "The sponsor has not endorsed it, and no reason to offer it without was given.",
  despite: "Its reviews differ: decide it on its own page.",
};

/** Why the verb left one alone, for the page of the result; undefined for a fault, which is no answer. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof StaleVersion)
    return "It was changed after you opened the page, so it was left as it is. Look at it again.";
  if (error instanceof NotFound) return "It is not yours to decide any more.";
  if (error instanceof FieldProblem) return OF_FIELDS[error.field] ?? error.message;
  if (error instanceof WrongState || error instanceof NotAllowed || error instanceof TooMany)
    return error.message;
  return undefined;
}
