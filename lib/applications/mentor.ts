import type { Prisma } from "../generated/prisma/client";
import { SPONSOR_ROLE_WORDS } from "./schema-choices";

/** Whom an application names as the NPQ mentor. */

export const mentorColumns = {
  mentorIsSponsor: true,
  mentorName: true,
  mentorEmail: true,
  mentorJobTitle: true,
  sponsorName: true,
  sponsorEmail: true,
  sponsorRole: true,
  endorsements: { where: { outcome: "endorsed" }, select: { jobTitle: true, sponsorEmail: true } },
} as const satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof mentorColumns }>;

/**
 * The mentor, or null where none was named. A sponsor who is the mentor too has given their job title with the
 * endorsement; without one, it is what the applicant says they are.
 */
export function mentorOf(row: Row): { name: string; email: string; jobTitle: string } | null {
  if (row.mentorIsSponsor === null) return null;
  if (!row.mentorIsSponsor) {
    return { name: row.mentorName, email: row.mentorEmail, jobTitle: row.mentorJobTitle };
  }
  const said = row.endorsements.find(({ sponsorEmail }) => sponsorEmail === row.sponsorEmail)?.jobTitle;
  const role = row.sponsorRole ? SPONSOR_ROLE_WORDS[row.sponsorRole].replace(/^My l/, "L") : "Sponsor";
  return { name: row.sponsorName, email: row.sponsorEmail, jobTitle: said || role };
}
