import type { ProspectusSection } from "../../../lib/programmes/schema";
import { practicalSections } from "./sections-practical";

/**
 * The questions that the prospectus answers, in the provider's order. Areas, hours, the route map and what
 * leaders say have rows of their own; here is what stands around them.
 */
export const sections: ProspectusSection[] = [
  {
    key: "why-join",
    label: "Why join us",
    heading: "Why join UCL?",
    body: `This is a newly designed NPQ. It deepens what you know of executive leadership in an environment that is collaborative, challenging and open, and it is built on current research and evidence.

What you learn does not stay in the seminar. You extend it and put it into practice in your own schools:

- **A professional learning group** puts you and your schools at the centre.
- **It is blended:** two residential events, materials for self-directed study, and support in school.
- **Your professional networks grow**, because you learn with people who face the same decisions.

The programme is run by the UCL Centre for Educational Leadership, part of the Department of Learning and Leadership at IOE, UCL's Faculty of Education and Society.`,
  },
  {
    key: "what-you-will-learn",
    label: "What you will learn",
    heading: "What you will learn",
    body: "Seven areas of knowledge and practice. You audit yourself against them at the start of each module, and again at its end.",
  },
  {
    key: "benefits-for-you",
    label: "What it does for you",
    heading: "Benefits for you",
    body: `Past participants report more professional confidence, time and space to reflect on the executive leader they want to be, and more knowledge of their field.

By the end you can:

- explain how culture, implementation and professional development work together towards an outcome
- choose where to invest your energy, telling within-school factors, where local heads have high impact, from beyond-school factors, where you have influence without direct control
- explain how governance has changed, and the duties of a trust and its trustees
- reflect on how the external environment affects children, on the layers of leadership from the trust to the civic level, and on civic leadership as advocacy for the community
- build and strengthen a trust that collaborates across a multi-academy trust
- review leadership strategy and strength in your own settings, triangulating the evidence of performance management with keeping-in-touch meetings
- discuss the challenges of different settings, and weigh the pros and cons of various approaches`,
  },
  {
    key: "benefits-for-your-school",
    label: "What it does for your school",
    heading: "Benefits for your school",
    body: `- Confident teachers, and leaders who can lead at scale.
- The next generation of leaders, able to use the evidence base for children, young people and communities.
- Excellent teachers who stay, develop, and are collaborative role models.
- Leaders who create rich learning environments whatever the circumstances.`,
  },
  {
    key: "is-it-for-me",
    label: "Is it for me?",
    heading: "Is it for me?",
    body: `Yes, if you aspire to lead a group of schools as an executive headteacher or a school trust chief executive.

The programme is for school leaders who are in such a role, with responsibility for several schools, or who aim for one.`,
  },
  ...practicalSections,
];
