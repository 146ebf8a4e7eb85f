import type { ItemKind } from "./schema";

/** The lanes of the rail, from top to bottom, and how bars share a lane's rows. */

export const LANES: readonly { label: string; kinds: readonly ItemKind[] }[] = [
  { label: "Events", kinds: ["information_webinar", "induction", "residential", "face_to_face_event"] },
  { label: "Peer group", kinds: ["peer_learning_group"] },
  { label: "Mentor", kinds: ["mentor_check_in", "impact_report"] },
  { label: "Study", kinds: ["self_directed_study"] },
  { label: "Tasks", kinds: ["formative_assessment_task", "module_evaluation"] },
  { label: "Audits", kinds: ["learning_audit", "learning_audit_review"] },
  { label: "Throughout", kinds: ["coaching", "implementation_project"] },
  {
    label: "Assessment",
    kinds: ["engagement_threshold", "assessment_platform_access", "summative_assessment"],
  },
];

/** What something takes up from left to right, label included. */
export type Extent = { left: number; right: number };

/** A row for each extent, counted from 0: the first row where it stays `gap` clear of what is there. */
export function packRows(extents: readonly Extent[], gap: number): number[] {
  const rows: Extent[][] = [];
  return extents.map((extent) => {
    const clear = (other: Extent) => extent.left >= other.right + gap || extent.right + gap <= other.left;
    const free = rows.findIndex((row) => row.every(clear));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), extent];
    return row;
  });
}
