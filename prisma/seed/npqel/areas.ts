import type { LearningAreaView } from "../../../lib/programmes/schema";

/** The seven areas that a participant learns about, and audits themselves against. */
export const areas: LearningAreaView[] = [
  {
    key: "trust-culture",
    title: "Trust culture",
    summary: "Give a trust its direction, and a culture that lasts while every statutory duty is met.",
    body: "How to set an effective trust culture and sustain it: communicating the strategic direction; helping leaders to prioritise, allocate and manage people and money while meeting every statutory duty; holding ambitious standards for all.",
  },
  {
    key: "teaching",
    title: "Teaching",
    summary:
      "Keep teaching effective across the trust, so that every child does well whatever their starting point.",
    body: "How to sustain effective teaching across the trust: helping school leaders to embed teachers' pedagogical knowledge and their skill in the classroom, so that every child does well whatever their starting point.",
  },
  {
    key: "curriculum-and-assessment",
    title: "Curriculum and assessment",
    summary: "Planning that holds up, and assessment and data that can be relied on.",
    body: "How to help school and trust leaders to sustain planning, teaching and learning of high quality; and how to have assessment and data that are available and reliable, and that shape professional development inside the trust and across it.",
  },
  {
    key: "operational-management",
    title: "Operational management",
    summary: "Run a group of schools well: strategy, finance, people and structures.",
    body: "How to run a group of schools well: long-term strategic and financial planning, staff who work across the trust, and a range of operating structures.",
  },
  {
    key: "behaviour-and-support",
    title: "Behaviour and support",
    summary: "High standards of behaviour and learning, in a place that is safe and includes everyone.",
    body: "How to have high standards of behaviour and learning across the trust, by an approach that leaders and stakeholders share and that gives everyone a safe, inclusive learning environment.",
  },
  {
    key: "implementation",
    title: "Implementation",
    summary: "Lead several changes at once, and keep them in line with what the trust is for.",
    body: "How to lead change across the trust: running several implementation projects at once, aligned with the trust's wider priorities.",
  },
  {
    key: "trust-governance",
    title: "Trust governance",
    summary: "Manage risk soundly, within governance, national policy and regulation.",
    body: "How to manage risk robustly within trust governance, national policy and the regulatory environment.",
  },
];
