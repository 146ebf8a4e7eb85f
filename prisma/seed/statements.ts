import type { EqualityAnswers } from "@/lib/applications/schema-equality";

/** What the demo's applicants write under each prompt of NPQEL; each is 100 words or more. */

type Texts = readonly [string, string];

const WHY_NOW: Texts = [
  "I lead two schools for our trust and will take on a third in September. For years I could hold a school in my head: I knew the children, the timetable, the worries of each team. With three that is over, and I notice how often I still try. What I lack is a shared way of planning change across all of them, and the discipline to let heads lead their own schools within it. I hope to learn most from the work on governance and on implementation. I also want colleagues outside our trust who will tell me plainly when I am wrong, because inside it people are kind, busy, and a little too polite.",
  "Our trust has grown from four schools to nine in three years, and it has grown faster than its habits. I am responsible for education in all of them. We have plenty of plans and too few priorities, and heads tell me that they hear a new one every half term. I want to learn how others set priorities that heads can keep to, how they decide what to stop, and how they know early whether something is working. The timing is right: we write our next three-year plan in the spring, and I would like to test what I learn on it, with my colleagues, while the programme runs and not after it has ended.",
];

const CHANGE_LED: Texts = [
  "When I arrived, reading in Year 7 was nobody's job. A third of the children read two years below their age, and each department had its own answer. I asked for one screening in the first week, sat with the results and the heads of department, and we chose one programme and dropped four. We trained twenty teachers, changed the timetable so that nobody missed the same lesson each week, and looked at the figures every six weeks. After two years the third had become a tenth. I would begin with the primary schools next time. They knew those children, and I asked them only in the second year, when they had much to say.",
  "Staff absence in two of our schools was twice that of the others, and supply cost us a teacher's salary every term. The obvious answer was a stricter policy. I spent three weeks listening instead, in the staff room and at the gate, and found that cover, marking and meetings had piled up on the same people. With the heads I cut the meetings by half, wrote one marking policy of a single page, and gave every middle leader an hour a week that cannot be taken away. Absence fell to the level of the other schools within a year. I would tell the trustees earlier what I was doing, and why it would look slow at first.",
];

const PRACTICE: Texts = [
  "In two years I want a teacher who moves from one of our schools to another to find the same curriculum, the same calm start to a lesson, and leaders who know what they are working on and why. Pupils should notice it least and gain most: fewer changes, better taught. My chief executive has agreed that I give up the line management of one school while the programme runs, which frees a day a week, and my sponsor will see my project plan each half term. I shall take what I learn to our heads' meetings, one idea at a time, and ask them after each what we should do less of.",
  "I should like our heads to say that the trust asks little of them, asks it in good time, and means it. Pupils with special needs should be taught in the classroom by a teacher who knows what helps them, in all nine schools and not in the best three. I have planned the time with my line manager: two mornings a month are in the calendar already, and a deputy takes my place on the operations group. The governors of two schools have offered to read my business case as critical friends. I would rather hear their doubts in the first month than in the last one, when nothing can be changed.",
];

const EXPERIENCE = [
  "Headteacher for six years, before that deputy for four. I answer for standards, staffing and the budget of two schools, and I sit on the trust's executive team.",
  "Nine years of senior leadership in three schools: inclusion, then teaching, then the whole school. I support two other heads in the trust and lead its reading group.",
  "Executive head of a primary and its infant school since 2021. Earlier, head of school for three years and leader of mathematics across a federation.",
];

const TOWNS = ["Carrowby", "Saltmarsh Bay", "Thornley Bridge", "Upper Wend", "Larkmouth"];

/** The three statements of the applicant with that number. */
export function statementsOf(index: number): { key: string; body: string }[] {
  const pick = (texts: Texts) => texts[index % 2] ?? texts[0];
  return [
    { key: "why-now", body: pick(WHY_NOW) },
    { key: "a-change-you-led", body: pick(CHANGE_LED) },
    { key: "from-plan-to-practice", body: pick(PRACTICE) },
  ];
}

/** What else differs from one applicant to the next. */
export function particularsOf(index: number) {
  return {
    workplaceTown: TOWNS[index % TOWNS.length] ?? "",
    leadershipYears: 4 + ((index * 5) % 17),
    schoolsLed: 1 + (index % 4),
    experience: EXPERIENCE[index % EXPERIENCE.length] ?? "",
    residentialPlace: index % 3 === 0 ? "Oxford" : "Manchester",
  };
}

/** The equality answers of the applicant with that number; some pass over a question, a few over all. */
export function equalityOf(index: number): EqualityAnswers {
  if (index % 11 === 10) return {};
  const ages = ["40_to_49", "50_to_59", "40_to_49", "30_to_39"];
  const groups = ["white", "black", "white", "asian", "prefer_not"];
  return {
    sex: index % 5 < 3 ? "female" : "male",
    age: ages[index % ages.length] ?? "prefer_not",
    ethnic_group: groups[index % groups.length] ?? "prefer_not",
    ...(index % 7 === 6 ? {} : { disability: index % 9 === 4 ? "yes" : "no" }),
  };
}
