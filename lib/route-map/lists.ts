import "server-only";
import { managesCohort } from "../auth/actor";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { milestonesOf } from "./queries";
import { KIND_WORDS, MODE_WORDS, type RouteMapMilestone, type TemplateItem } from "./schema";
import { templateToEdit } from "./template-queries";

/** A route map as a file: a cohort's dated milestones, or the template that cohorts are made from. */

type Item = Pick<
  RouteMapMilestone,
  "number" | "module" | "kind" | "title" | "mode" | "minutes" | "counts" | "note"
>;

const WHAT: readonly ListColumn<Item>[] = [
  { heading: "Item", cell: ({ number }) => number },
  { heading: "Module", cell: ({ module }) => module },
  { heading: "Kind", width: 26, cell: ({ kind }) => KIND_WORDS[kind] },
  { heading: "Title", width: 40, cell: ({ title }) => title },
  { heading: "How", width: 18, cell: ({ mode }) => mode && MODE_WORDS[mode] },
  { heading: "Minutes", cell: ({ minutes }) => minutes },
  { heading: "Counts towards engagement", cell: ({ counts }) => (counts ? "yes" : "no") },
  { heading: "Note", width: 50, cell: ({ note }) => note },
];

const MILESTONES: readonly ListColumn<RouteMapMilestone>[] = [
  ...WHAT,
  { heading: "From", cell: ({ opensOn }) => opensOn && { day: opensOn } },
  { heading: "To", cell: ({ closesOn }) => closesOn && { day: closesOn } },
];

/** The milestones of a cohort (`cohort=`), for those who manage it. */
export const milestonesList: ListOf = async (actor, { cohort = "" }) => {
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  const rows = await milestonesOf(cohort);
  return listFile({ title: "Milestones", columns: MILESTONES, cohortId: cohort, rows });
};

const TEMPLATE: readonly ListColumn<TemplateItem>[] = [
  ...WHAT,
  { heading: "From month", cell: ({ opensMonth }) => opensMonth },
  { heading: "To month", cell: ({ closesMonth }) => closesMonth },
];

/** The template of a programme (`programme=`, by its short address), for those who edit it. */
export const templateList: ListOf = async (actor, { programme = "" }) => {
  const found = await templateToEdit(actor, programme);
  return found && listFile({ title: "Route-map template", columns: TEMPLATE, rows: found.items });
};
