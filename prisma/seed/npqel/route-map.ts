import type { ItemKind, ItemMode, TemplateItem } from "../../../lib/route-map/schema";

/**
 * The published route map of Spring 2025, every item in its order, as a template: months are counted from the
 * start month, which was May 2025. Items 7, 8 and 9 are a year earlier than printed, since as printed they fall
 * after module 2, which starts in October 2025. What was printed is in notes of that cohort alone.
 */

function item(
  number: number,
  module: number | null,
  kind: ItemKind,
  title: string,
  mode: ItemMode | null,
  minutes: number | null,
  window: [opens: number, closes: number] | null,
  counts: boolean,
  note: string | null = null,
): TemplateItem {
  const [opensMonth, closesMonth] = window ?? [null, null];
  return { number, module, kind, title, mode, minutes, opensMonth, closesMonth, counts, note };
}

// The Spring 2025 prospectus prints 13 and 24 under the facilitated heading, and 34 only among the hours and the start of
// the programme; 29 and 30 are gates rather than activities.
// biome-ignore format: a table, one item a line
export const routeMap: TemplateItem[] = [
  item(1, null, "information_webinar", "Programme information webinars", "facilitated", null, null, false, "Before the programme; no date published."),
  item(2, null, "residential", "Residential 1", "face_to_face", 600, [0, 1], true, "Manchester or Oxford."),
  item(3, 1, "learning_audit", "Learning audit", "self_directed", 30, [0, 0], true),
  item(4, 1, "self_directed_study", "Online self-directed study", "self_directed", 480, [0, 5], true),
  item(5, 1, "peer_learning_group", "Peer learning group 1", "facilitated", 120, [1, 2], true),
  item(6, 1, "formative_assessment_task", "Formative assessment tasks", "self_directed", 60, [4, 4], true),
  item(7, 1, "mentor_check_in", "NPQ mentor check-in", "facilitated", 60, [4, 4], true),
  item(8, 1, "learning_audit_review", "Learning audit review", "self_directed", 30, [4, 4], true),
  item(9, 1, "module_evaluation", "End of module evaluation", "self_directed", 15, [5, 5], true),
  item(10, 2, "learning_audit", "Learning audit", "self_directed", 30, [5, 5], true),
  item(11, 2, "self_directed_study", "Online self-directed study", "self_directed", 480, [5, 11], true),
  item(12, 2, "peer_learning_group", "Peer learning group 2", "facilitated", 120, [6, 7], true),
  item(13, 2, "face_to_face_event", "Face-to-face event 1", "face_to_face", 300, [1, 9], true),
  item(14, 2, "formative_assessment_task", "Formative assessment tasks", "self_directed", 60, [10, 10], true),
  item(15, 2, "peer_learning_group", "Peer learning group 3", "facilitated", 120, [10, 11], true),
  item(16, 2, "mentor_check_in", "NPQ mentor check-in", "facilitated", 60, [11, 11], true),
  item(17, 2, "learning_audit_review", "Learning audit review", "self_directed", 30, [11, 11], true),
  item(18, 2, "module_evaluation", "End of module evaluation", "self_directed", 15, [11, 11], true),
  item(19, 2, "impact_report", "Programme impact report", "self_directed", 15, [11, 11], true, "Completed by your NPQ mentor: how engagement with the programme supports school improvement."),
  item(20, 3, "learning_audit", "Learning audit", "self_directed", 30, [11, 11], true),
  item(21, 3, "self_directed_study", "Online self-directed study", "self_directed", 480, [12, 16], true),
  item(22, 3, "peer_learning_group", "Peer learning group 4", "facilitated", 120, [13, 13], true),
  item(23, 3, "formative_assessment_task", "Formative assessment tasks", "self_directed", 60, [13, 13], true),
  item(24, 3, "residential", "Residential 2", "face_to_face", 720, [14, 14], true),
  item(25, 3, "mentor_check_in", "NPQ mentor check-in", "facilitated", 60, [16, 16], true),
  item(26, 3, "impact_report", "Programme impact report", "self_directed", 15, [16, 16], true, "Completed by your NPQ mentor: how engagement with the programme supports school improvement."),
  item(27, 3, "learning_audit_review", "Learning audit review", "self_directed", 30, [16, 16], true),
  item(28, 3, "module_evaluation", "End of module evaluation", "self_directed", 15, [16, 16], true),
  item(29, null, "engagement_threshold", "90% engagement", null, null, [16, 16], false),
  item(30, null, "assessment_platform_access", "Access to the assessment platform", null, null, [16, 16], false),
  item(31, null, "coaching", "Coaching (six one-hour sessions)", "facilitated", 360, [0, 16], true, "Runs throughout."),
  item(32, null, "implementation_project", "Implementation project", "self_directed", null, [0, 17], false, "Runs over the 18 months; not assessed. Follows the EEF's process model: explore, prepare, deliver, sustain."),
  item(33, null, "summative_assessment", "Final summative assessment", null, null, [17, 20], false, "Two windows, in the first month and in the last; an eight-day open-book case study."),
  item(34, null, "induction", "Online induction conference", "facilitated", 180, [0, 0], true),
];

/** The notes that Spring 2025 has of its own, by item: what its prospectus printed. No other cohort's dates were. */
export const spring2025Notes: Record<number, string> = Object.fromEntries(
  [
    [7, "September"],
    [8, "September"],
    [9, "October"],
  ].map(([number, month]) => [
    number,
    `The Spring 2025 prospectus printed ${month} 2026 here, a year late; the date is corrected.`,
  ]),
);
