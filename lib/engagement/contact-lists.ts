import "server-only";
import { managesCohort } from "../auth/actor";
import { plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { nudgeTemplatesToEdit } from "./nudge-templates";
import { type NudgeLine, nudgesFrom } from "./nudges";
import { REASON_WORDS } from "./schema";
import { HOW_WORDS } from "./schema-contacts";
import type { NudgeTemplateToEdit } from "./schema-nudges";

/** Who was in touch with whom, and what was written to participants, as files; for those who manage the cohort. */

const select = {
  how: true,
  happenedOn: true,
  said: true,
  outcome: true,
  nextOn: true,
  recordedAt: true,
  supersedesId: true,
  by: { select: { name: true } },
  supersededBy: { select: { id: true } },
  enrolment: { select: { fullName: true, workplace: true } },
} as const satisfies Prisma.EngagementContactSelect;
type Contact = Prisma.EngagementContactGetPayload<{ select: typeof select }>;

const CONTACTS: readonly ListColumn<Contact>[] = [
  { heading: "Participant", width: 26, cell: ({ enrolment }) => enrolment.fullName },
  { heading: "School or trust", width: 34, cell: ({ enrolment }) => enrolment.workplace },
  { heading: "On", cell: ({ happenedOn }) => ({ day: plainDate(happenedOn) }) },
  { heading: "By", width: 24, cell: ({ by }) => by.name },
  { heading: "How", width: 16, cell: ({ how }) => HOW_WORDS[how] },
  { heading: "What was said", width: 60, cell: ({ said }) => said },
  { heading: "What came of it", width: 50, cell: ({ outcome }) => outcome },
  { heading: "Next contact", cell: ({ nextOn }) => nextOn && { day: plainDate(nextOn) } },
  { heading: "Recorded", width: 18, cell: ({ recordedAt }) => ({ at: recordedAt }) },
  {
    heading: "Put right",
    width: 26,
    cell: ({ supersededBy, supersedesId }) =>
      supersededBy ? "put right by a later entry" : supersedesId ? "puts an earlier one right" : "",
  },
];

/** The log of a cohort (`cohort=`), or of one participant in it (`participant=`), the newest first. */
export const contactsList: ListOf = async (actor, { cohort = "", participant }) => {
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  if (participant !== undefined && !isId(participant)) return null;
  const where = { enrolment: { cohortId: cohort, ...(participant ? { id: participant } : {}) } };
  return listFile({
    title: "Contacts",
    columns: CONTACTS,
    cohortId: cohort,
    count: await db.engagementContact.count({ where }),
    page: (skip, take) =>
      db.engagementContact.findMany({
        where,
        select,
        orderBy: [{ happenedOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
        skip,
        take,
      }),
  });
};

const NUDGES: readonly ListColumn<NudgeLine>[] = [
  { heading: "Subject", width: 50, cell: ({ subject }) => subject },
  { heading: "At", width: 18, cell: ({ at }) => ({ at }) },
  { heading: "By", width: 24, cell: ({ by }) => by },
  { heading: "To how many", cell: ({ letters }) => letters },
];

/** What was written to participants of a cohort (`cohort=`), the newest first. */
export const nudgesList: ListOf = async (actor, { cohort = "" }) => {
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  return listFile({
    title: "Written to participants",
    columns: NUDGES,
    cohortId: cohort,
    count: await db.nudge.count({ where: { cohortId: cohort } }),
    page: (skip, take) => nudgesFrom(cohort, skip, take),
  });
};

const TEMPLATES: readonly ListColumn<NudgeTemplateToEdit>[] = [
  { heading: "Template", width: 30, cell: ({ name }) => name },
  { heading: "Begun with for", width: 30, cell: ({ reason }) => reason && REASON_WORDS[reason] },
  { heading: "Subject", width: 40, cell: ({ subject }) => subject },
  { heading: "Words", width: 80, cell: ({ body }) => body },
  { heading: "Offered", cell: ({ offered }) => (offered ? "yes" : "no") },
];

/** The templates of a programme (`programme=`, by its short address), for those who edit them. */
export const nudgeTemplatesList: ListOf = async (actor, { programme = "" }) => {
  const found = await nudgeTemplatesToEdit(actor, programme);
  return found && listFile({ title: "Letters to participants", columns: TEMPLATES, rows: found.templates });
};
