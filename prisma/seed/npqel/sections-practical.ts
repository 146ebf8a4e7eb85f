import type { ProspectusSection } from "../../../lib/programmes/schema";

/** The second half of the prospectus: time, money, the route map, and whom to ask. */
export const practicalSections: ProspectusSection[] = [
  {
    key: "how-long",
    label: "How long it takes",
    heading: "How long it takes",
    body: `18 months, then an **eight-day open-book summative case-study task**.

The learning adds up to **75 hours**. In the sum, half a day is 3 hours, and the five face-to-face days are the 27 hours that the route map gives them.`,
  },
  {
    key: "start-and-cost",
    label: "Start and cost",
    heading: "When it starts and what it costs",
    body: `**Start.** The Spring 2025 cohort starts in May 2025, and later spring cohorts in May of their year. You begin with an online induction module. A residential follows, in **either Manchester or Oxford**, chosen by location and by the places available; its dates are confirmed later.

**Fee.** £4,099 plus VAT, for schools and participants in England who have to pay. At 20%, VAT is £819.80 and the whole comes to £4,918.80. Independent schools in England pay the same fee.

**British international schools** follow the link to their preferred international delivery partner for the fee; they do not apply here.`,
  },
  {
    key: "scholarships",
    label: "Scholarships",
    heading: "Scholarships",
    body: "Scholarships may be available. Information on scholarship funding is still to be announced.",
  },
  {
    key: "route-map",
    label: "Route map",
    heading: "The programme route map",
    body: `Information webinars come before everything else. Then there are three modules, each from a learning audit to an evaluation.

There are two ways of learning. **Self-directed study** is on UCL eXtend, UCL's learning platform. **Facilitated** means a facilitated activity, a one-to-one meeting, or a virtual or live event. The residentials are face to face.

- **Coaching** supports you throughout.
- An **implementation project** runs over the 18 months: work-based, reflective learning that integrates research with practice. It follows the EEF's process model for school improvement: explore, prepare, deliver, sustain. It is not assessed.
- Your **mentor check-in**, with your line manager or mentor, is about you. The **Programme Impact Report** is something else: a short report that your NPQ mentor completes at the end of modules 2 and 3, to gauge how engagement with the programme supports school improvement.
- By September 2026, for the Spring 2025 cohort, you have reached **90% engagement**, and access to the assessment platform is in place.
- After the 18 months comes the **final summative assessment**, in October 2026 or January 2027 for that cohort. Later cohorts' months move with their start.`,
  },
  {
    key: "what-leaders-say",
    label: "What leaders say",
    heading: "What school leaders say",
    body: "What past participants told us, in our words rather than theirs.",
  },
  {
    key: "contact",
    label: "Contact",
    heading: "Contact",
    body: `Write to [npq@ucl.ac.uk](mailto:npq@ucl.ac.uk). You have an answer **within 48 hours**. Or [ask us a question](/contact?programme=npqel) here.

Contact is by e-mail only. Please do not telephone other departments or the UCL switchboard: they cannot help with questions about an NPQ or the ECF.

UCL Centre for Educational Leadership, Department of Learning and Leadership, IOE (UCL's Faculty of Education and Society), University College London, 20 Bedford Way, London WC1H 0AL.`,
  },
];
