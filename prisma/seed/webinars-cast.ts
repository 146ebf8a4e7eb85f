import type { WebinarDetails } from "@/lib/webinars/schema";

/** The demo's webinars by its day, Monday 23 November 2026, 09:00. Times are London's; nobody holds them. */

export type WebinarPart = WebinarDetails & {
  made: string;
  isDraft?: boolean;
  people: { name: string; at: string; givenUp?: string }[];
  recording?: { at: string; url: string };
};

const DEMO = "\n\n*A webinar of the demonstration: nobody holds it.*";

export const WEBINARS: WebinarPart[] = [
  {
    made: "2026-10-12 10:00",
    programme: "npqel",
    title: "The NPQEL from beginning to end",
    description: `What 18 months ask of you and of your trust: the three modules, the residential, coaching, and the final assessment.${DEMO}`,
    day: "2026-11-12",
    startTime: "16:00",
    endTime: "16:45",
    joiningUrl: "https://meet.example.org/npqel-november",
    capacity: 60,
    people: [
      { name: "Nerys Hopwood", at: "2026-10-20 18:12" },
      { name: "Callum Birch", at: "2026-11-02 07:31" },
      { name: "Adaeze Nwosu", at: "2026-11-09 20:05", givenUp: "2026-11-11 08:40" },
      { name: "Tomasz Zielinski", at: "2026-11-10 12:55" },
    ],
    recording: { at: "2026-11-13 11:20", url: "https://video.example.org/npqel-november" },
  },
  {
    made: "2026-11-16 09:30",
    programme: "npqel",
    title: "Fees, funding and time: your questions",
    description: `What the programme costs and who can pay, what a scholarship needs, and how others fit the hours into a headteacher’s week.

We begin with ten minutes of facts and take your questions after that:

- fees, VAT, and what is in the price
- who can have a funded place
- what your line manager agrees to${DEMO}`,
    day: "2026-12-03",
    startTime: "16:00",
    endTime: "16:45",
    joiningUrl: "https://meet.example.org/npqel-december",
    capacity: 60,
    people: [
      { name: "Beth Arkwright", at: "2026-11-17 07:58" },
      { name: "Adaeze Nwosu", at: "2026-11-17 21:14" },
      { name: "Farah Siddiq", at: "2026-11-19 16:40" },
      { name: "Joel Hathersage", at: "2026-11-22 19:26" },
    ],
  },
  {
    made: "2026-11-18 14:00",
    programme: "",
    title: "In a small group: leading more than one school",
    description: `A conversation with a facilitator about moving from one school to several, for up to six people. Bring a question of your own.${DEMO}`,
    day: "2027-01-14",
    startTime: "16:00",
    endTime: "17:00",
    joiningUrl: "https://meet.example.org/small-group-january",
    capacity: 6,
    people: [
      { name: "Callum Birch", at: "2026-11-18 17:22" },
      { name: "Farah Siddiq", at: "2026-11-19 16:44" },
      { name: "Winston Adair", at: "2026-11-20 06:50" },
      { name: "Siân Prosser", at: "2026-11-21 10:03" },
      { name: "Nerys Hopwood", at: "2026-11-22 20:11" },
    ],
  },
  {
    made: "2026-11-20 15:10",
    isDraft: true,
    programme: "npqel",
    title: "Applying: what we look for",
    description: `How an application is read, what a good statement says, and what your sponsor is asked.${DEMO}`,
    day: "2027-02-11",
    startTime: "16:00",
    endTime: "16:45",
    joiningUrl: "https://meet.example.org/npqel-february",
    capacity: null,
    people: [],
  },
  {
    made: "2026-10-19 11:00",
    programme: "npqel",
    title: "What sponsors agree to",
    description: `For line managers and chairs of trustees: the time, the cover and the conversations that an executive leader on the programme needs from you.${DEMO}`,
    day: "2026-11-19",
    startTime: "17:00",
    endTime: "17:30",
    joiningUrl: "https://meet.example.org/npqel-sponsors",
    capacity: null,
    people: [{ name: "Winston Adair", at: "2026-11-05 21:02" }],
  },
];
