import { z } from "zod";
import { addressField } from "../auth/address";
import { line, paragraph } from "../form";
import { Role } from "../generated/prisma/enums";

/** People as those who run the portal see them. Safe in the browser. */

export type { Role };
export const ROLES = Object.values(Role);

/** What the list can be narrowed to; without it, everybody who holds a role. */
export const KINDS = ["staff", ...ROLES, "everyone", "ended"] as const;
export type PeopleKind = (typeof KINDS)[number];

export const peopleFilters = z.object({
  q: line("what to look for", 100, { optional: true }).optional().catch(undefined),
  role: z.enum(KINDS).catch("staff").default("staff"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type PeopleFilters = z.output<typeof peopleFilters>;

/** A cohort as a form sends it: an identifier, or "" for none. */
const cohort = z
  .union([z.literal(""), z.uuid({ error: "Choose a cohort from the list" })], {
    error: "Choose a cohort from the list",
  })
  .transform((id) => id || null);
const role = z.enum(Role, { error: "Choose a role" });

/** The field is not called "role": no form of the portal takes one of that name (checklist, 21). */
export const roleForm = z.strictObject({ holds: role, cohort });
export const inviteForm = z.strictObject({
  email: addressField,
  name: line("their name", 120),
  holds: role,
  cohort,
});
/** Why somebody looks at a participant's pages; the participant can read it. */
export const viewingForm = z.strictObject({ reason: paragraph("why you are looking", 300) });
/** What was typed into the one box, as it stands in the address. */
export const searchQuery = z.object({
  q: line("what to look for", 100, { optional: true }).optional().catch(undefined),
});
