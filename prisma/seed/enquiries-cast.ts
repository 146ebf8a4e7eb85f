import type { Person } from "./cast";

/** Who has asked what by the demo's day, Monday 23 November 2026, 09:00. Times are London's. */

export type EnquiryPart = Person & {
  programme: string;
  question: string;
  asked: string;
  answer?: { at: string; by: "admin" | "manager"; body: string };
  setAside?: { at: string; reason: string };
};

const from = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
});

export const ENQUIRIES: EnquiryPart[] = [
  // Before the last 30 days.
  {
    ...from("Marian Croft"),
    programme: "npqel",
    asked: "2026-10-12 19:20",
    question: "Is the residential in Manchester or in Oxford, and do I choose?",
    answer: {
      at: "2026-10-13 10:05",
      by: "manager",
      body: "You choose, by where you are and by what is free. The dates for Spring 2027 are not settled yet; everybody with a place is asked as soon as they are.",
    },
  },
  {
    ...from("Desmond Okoro"),
    programme: "npqel",
    asked: "2026-10-28 07:45",
    question:
      "I am head of one school and join a trust of four in January. Can I apply now, before I have the new post?",
    answer: {
      at: "2026-10-28 15:30",
      by: "manager",
      body: "Yes. The programme is for people who lead several schools and for those who are about to. Say in your application what you will take on and when.\n\nAsk whoever will be your line manager in January to be your sponsor, if you can.",
    },
  },
  {
    ...from("Hazel Winterton"),
    programme: "npqel",
    asked: "2026-11-04 21:10",
    question:
      "We are an independent school in Devon. Do we pay the same fee, and is VAT on top of it?\n\nOur bursar would like it in writing.",
    answer: {
      at: "2026-11-06 09:40",
      by: "admin",
      body: "Yes, independent schools in England pay the same fee: £4,099 plus VAT, which is £4,918.80 in all with VAT at 20%.",
    },
  },
  // Asked on a Friday afternoon and answered late.
  {
    ...from("Nigel Farrant"),
    programme: "",
    asked: "2026-11-13 15:50",
    question: "What does the 90% engagement mean in practice? I may miss one of the face-to-face days.",
    answer: {
      at: "2026-11-16 09:15",
      by: "manager",
      body: "You need to complete 90% of the learning time. A face-to-face day is several hours of it, so missing one leaves little room for anything else; tell us early and we will look with you for another way.",
    },
  },
  {
    ...from("Lewis Garrick"),
    programme: "npqel",
    asked: "2026-11-17 12:30",
    question: "Who marks the final case study, and how long have I got for it?",
    answer: {
      at: "2026-11-18 11:00",
      by: "manager",
      body: "You have eight days, with your books open, in one of two windows. Assessors mark it without knowing whose it is.",
    },
  },
  {
    ...from("Best Deals Team"),
    programme: "",
    asked: "2026-11-19 03:12",
    question: "Put your web site on page one of every search engine. Ask for our price list.",
    setAside: { at: "2026-11-19 09:05", reason: "Advertising" },
  },
  // Past its time, near it, and with time in hand, at nine on the Monday.
  {
    ...from("Sheila Brandreth"),
    programme: "npqel",
    asked: "2026-11-21 06:40",
    question:
      "I chair the trustees of a trust of three primary schools. Our chief executive would like to do the NPQEL from May. How many days will she be out of school in the first year, and when?",
  },
  {
    ...from("Tariq Mahmood"),
    programme: "npqel",
    asked: "2026-11-21 14:25",
    question:
      "My school is in Northumberland and the nearest residential is a long way. Is there help with travel, or a way to join from here?",
  },
  {
    ...from("Lewis Garrick"),
    programme: "npqel",
    asked: "2026-11-22 20:15",
    question: "Thank you for the answer about the case study. May I take it again if I do not pass?",
  },
  {
    ...from("Bronwen Tasker"),
    programme: "",
    asked: "2026-11-23 08:10",
    question:
      "I did the NPQH with another provider in 2021. Is any of that taken into account, or do I start from the beginning?",
  },
];
