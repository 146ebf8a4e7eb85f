/**
 * The shapes that stand for a milestone's state, or for its mode where there is no state. Each is drawn in a
 * 20 by 20 box about (10, 10) in one path, so that it can be a symbol in the rail and a picture elsewhere.
 * Shapes differ without their colour: that is what makes them readable in print and in high contrast.
 */

export type MilestoneState =
  | "upcoming"
  | "open"
  | "due_soon"
  | "overdue"
  | "completed"
  | "credited"
  | "not_required";
export type GlyphState = MilestoneState | "self_directed" | "facilitated" | "face_to_face" | "gate";

const RING = "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15zm0 2a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z";
const DISC = "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z";
const DIAMOND = "M10 1l9 9l-9 9l-9-9z";

/** Even-odd paths: what is inside twice is left open. */
export const GLYPH_PATHS: Record<GlyphState, string> = {
  upcoming: RING,
  open: `${RING}M10 7a3 3 0 1 1 0 6a3 3 0 1 1 0-6z`,
  due_soon: `${RING}M10 4.5a5.5 5.5 0 0 1 0 11z`,
  overdue: `${DIAMOND}M9 5.4h2v5.8h-2zM9 12.8h2v2h-2z`,
  completed: `${DISC}M5.2 10.4l1.5-1.4l2.2 2.5l4.5-5.4l1.5 1.3l-6 7.2z`,
  credited: `${DISC}M9 5.6h2v3.4h3.4v2h-3.4v3.4h-2v-3.4h-3.4v-2h3.4z`,
  not_required: "M4 9h12v2h-12z",
  self_directed: "M10 4a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  facilitated: "M10 2.6l7.8 13.4h-15.6z",
  face_to_face: "M4 4h12v12h-12z",
  gate: `${DIAMOND}M10 3.8l-6.2 6.2l6.2 6.2l6.2-6.2z`,
};

/** The word for each shape. */
export const GLYPH_WORDS: Record<GlyphState, string> = {
  upcoming: "to come",
  open: "open",
  due_soon: "due soon",
  overdue: "overdue",
  completed: "done",
  credited: "credited",
  not_required: "not required",
  self_directed: "self-directed",
  facilitated: "facilitated",
  face_to_face: "face to face",
  gate: "a condition",
};

export const GLYPH_TONES: Record<GlyphState, string> = {
  upcoming: "text-muted",
  open: "text-brand",
  due_soon: "text-soon",
  overdue: "text-late",
  completed: "text-done",
  credited: "text-done",
  not_required: "text-muted",
  self_directed: "text-brand",
  facilitated: "text-brand",
  face_to_face: "text-brand",
  gate: "text-muted",
};
