import { z } from "zod";
import type { PlainDate } from "../dates";

/** Route-map shapes in the field's words, safe in the browser. */

export const ITEM_KINDS = [
  "information_webinar",
  "induction",
  "residential",
  "face_to_face_event",
  "learning_audit",
  "learning_audit_review",
  "self_directed_study",
  "peer_learning_group",
  "formative_assessment_task",
  "mentor_check_in",
  "module_evaluation",
  "impact_report",
  "coaching",
  "implementation_project",
  "engagement_threshold",
  "assessment_platform_access",
  "summative_assessment",
] as const;
export const itemKind = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof itemKind>;

export const ITEM_MODES = ["self_directed", "facilitated", "face_to_face"] as const;
export const itemMode = z.enum(ITEM_MODES);
export type ItemMode = z.infer<typeof itemMode>;

/** Self-directed study is on UCL eXtend, the university's learning platform. */
export const MODE_WORDS: Record<ItemMode, string> = {
  self_directed: "Self-directed study on UCL eXtend",
  facilitated: "Facilitated",
  face_to_face: "Face to face",
};

/** For lists to choose from. */
export const KIND_WORDS: Record<ItemKind, string> = {
  information_webinar: "Information webinar",
  induction: "Induction",
  residential: "Residential",
  face_to_face_event: "Face-to-face event",
  learning_audit: "Learning audit",
  learning_audit_review: "Learning audit review",
  self_directed_study: "Self-directed study",
  peer_learning_group: "Peer learning group session",
  formative_assessment_task: "Formative assessment task",
  mentor_check_in: "Mentor check-in",
  module_evaluation: "End of module evaluation",
  impact_report: "Impact report",
  coaching: "Coaching",
  implementation_project: "Implementation project",
  engagement_threshold: "Engagement threshold",
  assessment_platform_access: "Access to the assessment platform",
  summative_assessment: "Summative assessment",
};

/** "Online self-directed study, module 2": the same title comes once a module. */
export function fullTitle({ title, module }: { title: string; module: number | null }): string {
  return module && !/\d$/.test(title) ? `${title}, module ${module}` : title;
}

/** For the narrow columns of staff tables. */
export const SHORT_WORDS: Record<ItemKind, string> = {
  information_webinar: "Info",
  induction: "Ind",
  residential: "Res",
  face_to_face_event: "Evt",
  learning_audit: "LA",
  learning_audit_review: "LAR",
  self_directed_study: "Study",
  peer_learning_group: "Grp",
  formative_assessment_task: "FAT",
  mentor_check_in: "Chk",
  module_evaluation: "Eval",
  impact_report: "PIR",
  coaching: "Coach",
  implementation_project: "Proj",
  engagement_threshold: "90%",
  assessment_platform_access: "Access",
  summative_assessment: "Assess",
};

/** How an item is told of besides its facts: `description` is Markdown, the other two say where it is found. */
const itemWords = {
  description: z.string().max(4_000).nullable().optional(),
  place: z.string().max(200).nullable().optional(),
  placeUrl: z
    .string()
    .max(500)
    .regex(/^https:\/\//, "Begin with https://")
    .nullable()
    .optional(),
};

/** An item of a programme's template. Months are counted from the start month, which is 0. */
export const templateItem = z
  .strictObject({
    number: z.int().min(1).max(500),
    module: z.int().min(1).max(3).nullable(),
    kind: itemKind,
    title: z.string().trim().min(1).max(120),
    mode: itemMode.nullable(),
    minutes: z.int().min(0).max(6_000).nullable(),
    opensMonth: z.int().min(-12).max(72).nullable(),
    closesMonth: z.int().min(-12).max(72).nullable(),
    counts: z.boolean(),
    note: z.string().max(300).nullable(),
    ...itemWords,
  })
  .refine((item) => (item.opensMonth === null) === (item.closesMonth === null), "Give both months or neither")
  .refine(
    (item) => !item.counts || (item.minutes ?? 0) > 0,
    "What counts towards engagement needs its minutes",
  );
export type TemplateItem = z.infer<typeof templateItem>;

/** An item with its window as days: what a cohort's route map is made of. */
export type DatedItem = {
  number: number;
  module: number | null;
  kind: ItemKind;
  title: string;
  mode: ItemMode | null;
  minutes: number | null;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  counts: boolean;
  note: string | null;
};

/** A cohort's milestone as it is shown; `id` is null where a template stands in for a cohort. */
export type RouteMapMilestone = DatedItem & { id: string | null };

/** A route map as anyone may see it. */
export type PublicRouteMap = {
  programme: { id: string; slug: string; shortName: string; title: string; durationMonths: number };
  /** Null when the programme has no cohort: the template then stands in, dated from this month. */
  cohort: { id: string; slug: string; name: string } | null;
  /** First day of the start month. */
  startsOn: PlainDate;
  items: RouteMapMilestone[];
  /** Every cohort there is, newest first, for choosing another. */
  cohorts: { slug: string; name: string }[];
};

export const WARNING_CODES = [
  "ends_before_it_starts",
  "outside_programme",
  "after_next_module_began",
  "begins_before_previous_module",
  "before_own_module",
  "review_before_audit",
] as const;

/** What the checker says of one item: a plain sentence for staff. */
export type RouteMapWarning = {
  number: number;
  title: string;
  code: (typeof WARNING_CODES)[number];
  message: string;
};
