import type { TemplateItem } from "../../../lib/route-map/schema";

/** What each item of the NPQEL's route map is, in the portal's own words, and where it is found. */

type Words = Pick<TemplateItem, "description" | "place" | "placeUrl">;

const extend = { place: "UCL eXtend", placeUrl: "https://extend.ucl.ac.uk/" };

const audit = (module: number, theme: string): Words => ({
  description: `A self-assessment at the start of module ${module}, ${theme}. Give yourself 1 to 5 in each of the seven learning areas, with a line on why.\n\nThere are no right answers and nobody marks it. An honest low score is the most useful thing in it: it says where your study time should go. Allow half an hour, undisturbed.`,
});

const review = (module: number): Words => ({
  description: `The learning audit of module ${module} once more, now that the module is behind you. Score yourself afresh, without looking at the first one. Set side by side, the two show what has moved and what is still to be worked on.`,
});

const study = (module: number, theme: string): Words => ({
  ...extend,
  description: `Eight hours of reading, cases and short exercises for module ${module}: ${theme}.\n\nTake it in pieces. Four sessions of two hours work for most people; so does half an hour before school. **Log the time as you go**, here, so that it counts from the day you did it.`,
});

const group = (which: number, theme: string): Words => ({
  place: "Online, with your peer learning group",
  description: `Session ${which} of four with your peer learning group and its facilitator: ${theme}.\n\nBring one question from your own school or trust that you have not been able to settle. Everybody's question gets its time. What is said in the group stays in the group.`,
});

const task = (module: number, theme: string): Words => ({
  ...extend,
  description: `A short written task that puts module ${module} to work where you are: ${theme}. It is not graded. The feedback shows how the summative assessment reads an answer.`,
});

const checkIn = (module: number): Words => ({
  place: "Wherever suits you and your mentor",
  description: `An hour with your NPQ mentor in module ${module}. Talk about what has changed in your leadership, what you are trying out, and what you need from your school or trust to carry on.\n\nAgree the date early: diaries fill.`,
});

const evaluation = (module: number): Words => ({
  ...extend,
  description: `A quarter of an hour on module ${module}: what helped, what did not, what you would change. It is read by those who plan the next cohorts.`,
});

const report = (module: number): Words => ({
  description: `Your NPQ mentor reports, in a quarter of an hour, on what your taking part has done for the school or trust by the end of module ${module}. You do not write it, but you can help: tell your mentor what to look out for.`,
});

/** By the item's number on the route map. */
const ITEM_WORDS: Record<number, Words> = {
  1: { place: "Online" },
  2: {
    description:
      "Two days away from school, early in the programme. You meet the people you will learn with, look hard at your own leadership, and leave with a plan for the first months.\n\nYou choose Manchester or Oxford. Rooms and meals are arranged; tell us beforehand what you need so that you can take a full part.",
    place: "Manchester or Oxford",
  },
  3: audit(1, "leading in your setting"),
  4: study(1, "what is known about leading across schools, and about making change last"),
  5: group(1, "the context you lead in"),
  6: task(1, "a look at one priority of your own and at the evidence behind it"),
  7: checkIn(1),
  8: review(1),
  9: evaluation(1),
  10: audit(2, "leading people and professional development"),
  11: study(2, "professional development, culture and the conditions for good teaching"),
  12: group(2, "developing others"),
  13: {
    description:
      "A day together with your cohort. The morning works on cases that have no neat answer; in the afternoon you try your own plans on people who do not know your school.\n\nBring your notes from module 2. Lunch is provided.",
    place: "The venue is with the event",
  },
  14: task(2, "how a change is being put in place, and what stands in its way"),
  15: group(3, "holding to a plan when it gets hard"),
  16: checkIn(2),
  17: review(2),
  18: evaluation(2),
  19: report(2),
  20: audit(3, "strategy, governance and working with others"),
  21: study(3, "strategy, resources, risk, governance and partnership"),
  22: group(4, "what you take with you"),
  23: task(3, "a case in the manner of the summative assessment"),
  24: {
    description:
      "Two days near the end of the programme. You bring your implementation project to a close with others, and practise on case studies of the kind that the summative assessment sets.\n\nYou choose the place again. Tell us beforehand what you need so that you can take a full part.",
    place: "Manchester or Oxford",
  },
  25: checkIn(3),
  26: report(3),
  27: review(3),
  28: evaluation(3),
  31: {
    description:
      "Six hours with a coach of your own, spread over the programme as suits you both. The coach has no part in your assessment and reports nothing of what you say.\n\nMost people use one session in each half term.",
    place: "Online or by telephone, as you agree with your coach",
  },
  32: {
    description:
      "Over the 18 months you lead a change of your own in your school or trust, in four stages: explore, prepare, deliver, sustain. It is not assessed. It gives everything else on the programme something real to work on.",
  },
  33: {
    description:
      "An open-book case study of up to 2,500 words, over eight days that you begin yourself inside the window. You may use your notes and anything you have read. The words have to be yours.",
  },
  34: {
    description:
      "Half a day online that opens the programme: who is who, how the 18 months fit together, and how to keep up with them beside the job. You meet your peer learning group for the first time.",
    place: "Online",
  },
};

/** An item with its words. */
export function withWords(item: TemplateItem): TemplateItem {
  return { ...item, ...ITEM_WORDS[item.number] };
}
