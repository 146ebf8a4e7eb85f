import { z } from "zod";
import { type BulkInput, REMINDERS } from "../schema-bulk";
import { REJECTION_REASONS } from "../schema-reasons";

/** What a bulk act keeps of itself: who was chosen and how it is done, and what became of each. */

const chosen = z.array(z.object({ applicationId: z.string(), version: z.number() }));

const settings = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("offer"),
    chosen,
    fundedPlace: z.boolean(),
    unendorsed: z.boolean(),
    overrideReason: z.string(),
  }),
  z.object({
    kind: z.literal("reject"),
    chosen,
    reasons: z.array(z.enum(REJECTION_REASONS)),
    words: z.string(),
  }),
  z.object({ kind: z.literal("remind"), chosen, about: z.enum(REMINDERS) }),
]);
export type Settings = z.output<typeof settings>;

const outcomes = z.array(
  z.object({ applicationId: z.string(), outcome: z.enum(["done", "left"]), message: z.string() }),
);
/** `left`: nothing was done with it, and `message` says why. Nothing is kept of one that is still to do. */
export type Outcome = z.output<typeof outcomes>[number];

/** What of a form is kept with the act. */
export function settingsOf(input: BulkInput): Settings {
  return settings.parse(input);
}

/** Reads the two columns. */
export function readAct(row: { settings: unknown; outcomes: unknown }): {
  settings: Settings;
  outcomes: Outcome[];
} {
  return { settings: settings.parse(row.settings), outcomes: outcomes.parse(row.outcomes) };
}
