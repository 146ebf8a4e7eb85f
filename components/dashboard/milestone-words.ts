import type { ItemKind } from "@/lib/route-map/schema";

/** For each kind of item: what it is, why it is there, and what makes it count as done. */
export const MILESTONE_WORDS: Record<ItemKind, { what: string; why: string; completes: string }> = {
  information_webinar: {
    what: "An online session about the programme, before it starts.",
    why: "So that people know what the programme asks before they take it on.",
    completes: "Nothing is recorded for it, and it does not count towards engagement.",
  },
  induction: {
    what: "An online conference of half a day that opens the programme.",
    why: "You meet your cohort and see how the 18 months fit together.",
    completes: "The facilitator’s register of who was there.",
  },
  residential: {
    what: "A residential event, face to face, in Manchester or Oxford.",
    why: "Time away from school to think with leaders from other settings.",
    completes: "The facilitator’s register of who was there.",
  },
  face_to_face_event: {
    what: "A day together, face to face, with your cohort.",
    why: "You put what you have studied to work with others, and take it back to your schools.",
    completes: "The facilitator’s register of who was there.",
  },
  learning_audit: {
    what: "A self-assessment against the programme’s seven areas of learning, at the start of a module.",
    why: "It shows where your study will do most good, and gives the review something to compare with.",
    completes: "You, by sending it in here.",
  },
  learning_audit_review: {
    what: "The learning audit again, at the end of the module.",
    why: "Beside the first audit it shows what has changed.",
    completes: "You, by sending it in here.",
  },
  self_directed_study: {
    what: "Study at your own pace on UCL eXtend, the university’s learning platform.",
    why: "It carries the module’s knowledge: the reading, the evidence and the cases that the sessions build on.",
    completes: "You, by logging the time as you go. It is done once the pieces add up to its hours.",
  },
  peer_learning_group: {
    what: "A facilitated session with your peer learning group.",
    why: "A small group of leaders who work on each other’s questions through the whole programme.",
    completes: "The facilitator’s register of who was there.",
  },
  formative_assessment_task: {
    what: "A short task that puts the module to work in your own setting.",
    why: "You get used to the way the summative assessment asks, and see how you are doing.",
    completes: "You, by marking it as done once you have completed it on UCL eXtend.",
  },
  mentor_check_in: {
    what: "A conversation with your NPQ mentor or line manager about how the programme is going for you.",
    why: "It keeps your programme and your school’s work together.",
    completes:
      "Your word and your mentor’s: you write down what you talked about, they confirm it by a link of their own and add their words.",
  },
  module_evaluation: {
    what: "A few questions about the module, at its end.",
    why: "What you say changes how the next cohorts are taught.",
    completes: "You, by sending it in here. Nobody is told who said what.",
  },
  impact_report: {
    what: "A short report by your NPQ mentor, at the end of a module, on what your taking part has done for the school.",
    why: "It gauges how engagement with the programme supports school improvement. It is not about you; the check-in is.",
    completes: "Your mentor, by sending it in. You see that it is there, and not what it says.",
  },
  coaching: {
    what: "Six one-hour sessions with a coach, whenever suits you both.",
    why: "Somebody of your own to think with. What is said stays between you and the coach.",
    completes: "All six sessions. Staff enter each one once it has taken place.",
  },
  implementation_project: {
    what: "Reflective learning at work over the 18 months, along the EEF’s process: explore, prepare, deliver, sustain.",
    why: "It brings research and your own practice together.",
    completes: "Nothing is recorded for it: it is not assessed and does not count towards engagement.",
  },
  engagement_threshold: {
    what: "The line to reach before the assessment: 90% engagement.",
    why: "The summative assessment opens to those who have taken part in the programme.",
    completes: "It is reached by itself once your engagement over the whole programme is at the line.",
  },
  assessment_platform_access: {
    what: "Access to the platform that the summative assessment is taken on.",
    why: "So that nothing technical stands in the way once your eight days begin.",
    completes: "The people who run your programme let you in once you have reached the engagement line.",
  },
  summative_assessment: {
    what: "An open-book case study over eight days, in one of two windows.",
    why: "It decides the award.",
    completes:
      "Your submission on the assessment platform. The result comes from the people who run your programme.",
  },
};
