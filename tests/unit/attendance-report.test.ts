import { describe, expect, it } from "vitest";
import { FieldProblem } from "@/lib/errors";
import { matcher, wordsOf } from "@/lib/events/attendance/match";
import { minutesOf, peopleOf } from "@/lib/events/attendance/people";
import { markFor } from "@/lib/events/attendance/propose";
import { readReport } from "@/lib/events/attendance/report-file";
import { momentOf, secondsOf } from "@/lib/events/attendance/report-times";
import { confirmForm } from "@/lib/events/schema";

/** Peer learning group 2: Friday 20 November 2026, 16:00 to 18:00 in London. */
const EVENT = { startsAt: new Date("2026-11-20T16:00:00Z"), endsAt: new Date("2026-11-20T18:00:00Z") };

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const tsv = (...rows: string[][]) => rows.map((row) => row.join("\t")).join("\r\n");
const read = (bytes: Uint8Array) => {
  const { people, wrong } = peopleOf(readReport(bytes), EVENT);
  return {
    people: people.map((each) => [each.names.join(", "), each.email, minutesOf([each], EVENT)]),
    wrong,
  };
};
const refusal = (bytes: Uint8Array) => {
  try {
    readReport(bytes);
  } catch (error) {
    if (error instanceof FieldProblem) return error.message;
  }
  return undefined;
};

const TEAMS = tsv(
  ["1. Summary"],
  ["Meeting title", "Peer learning group 2"],
  ["Attended participants", "3"],
  ["Start time", "11/20/26, 3:52:10 PM"],
  ["End time", "11/20/26, 6:04:31 PM"],
  ["Meeting duration", "2h 12m 21s"],
  ["Average attendance time", "1h 40m 2s"],
  [],
  ["2. Participants"],
  ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"],
  [
    "Priya Raman",
    "11/20/26, 3:52:10 PM",
    "11/20/26, 6:04:31 PM",
    "2h 12m 21s",
    "priya@example.org",
    "priya@example.org",
    "Organizer",
  ],
  [
    "Okafor, Amara",
    "11/20/26, 3:58:00 PM",
    "11/20/26, 6:01:00 PM",
    "1h 33m",
    "Amara.Okafor@example.org",
    "a@tenant.example.org",
    "Presenter",
  ],
  ["Ben Lister (Guest)", "11/20/26, 5:00:00 PM", "11/20/26, 5:45:00 PM", "45m", "", "", "Attendee"],
  [],
  ["3. In-Meeting Activities"],
  ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"],
  [
    "Priya Raman",
    "11/20/26, 3:52:10 PM",
    "11/20/26, 6:04:31 PM",
    "2h 12m 21s",
    "priya@example.org",
    "Organizer",
  ],
  // She joined by a telephone while the first connection was still there, and came back after a break.
  [
    "Okafor, Amara",
    "11/20/26, 3:58:00 PM",
    "11/20/26, 4:30:00 PM",
    "32m",
    "amara.okafor@example.org",
    "Presenter",
  ],
  [
    "Okafor, Amara",
    "11/20/26, 4:20:00 PM",
    "11/20/26, 4:50:00 PM",
    "30m",
    "amara.okafor@example.org",
    "Presenter",
  ],
  [
    "Okafor, Amara",
    "11/20/26, 5:20:00 PM",
    "11/20/26, 6:01:00 PM",
    "41m",
    "amara.okafor@example.org",
    "Presenter",
  ],
  ["Ben Lister (Guest)", "11/20/26, 5:00:00 PM", "11/20/26, 5:45:00 PM", "45m", "", "Attendee"],
);
const PEOPLE = [
  ["Priya Raman", "priya@example.org", 120],
  // 16:00 to 16:50 and 17:20 to 18:00: overlaps once, and nothing before or after the event.
  ["Okafor, Amara", "amara.okafor@example.org", 90],
  ["Ben Lister (Guest)", "", 45],
];

describe("a report of Teams", () => {
  it("in UTF-16 with tabs, as it is downloaded: three tables, several times of one person", () => {
    expect(read(utf16(TEAMS))).toEqual({ people: PEOPLE, wrong: [] });
  });

  it.each([
    ["UTF-8 with its mark", utf8(`\uFEFF${TEAMS}`)],
    [
      "commas, saved again by a spreadsheet",
      utf8(
        TEAMS.split("\r\n")
          .map((line) =>
            line
              .split("\t")
              .map((cell) => `"${cell}"`)
              .join(","),
          )
          .join("\n"),
      ),
    ],
    ["semicolons", utf8(TEAMS.replaceAll("\t", ";"))],
    [
      "day first, 24 hours",
      utf16(
        TEAMS.replace(/11\/20\/26, (\d+):/g, (_, hour) => `20/11/2026, ${Number(hour) + 12}:`).replaceAll(
          " PM",
          "",
        ),
      ),
    ],
    ["UTF-16 the other way round", new Uint8Array(Buffer.from(utf16(TEAMS)).swap16())],
    ["a narrow space before PM", utf16(TEAMS.replaceAll(" PM", "\u202FPM"))],
  ])("reads the same in %s", (_, bytes) => {
    expect(read(bytes).people).toEqual(PEOPLE);
  });

  it("without the third table takes the sum, inside the event's time", () => {
    const [two = ""] = TEAMS.split("3. In-Meeting");
    expect(read(utf16(two)).people).toEqual([
      PEOPLE[0],
      ["Okafor, Amara", "amara.okafor@example.org", 93],
      PEOPLE[2],
    ]);
  });

  it("has quotation marks in names, formulas, and lines that say no time", () => {
    const extra = tsv(
      ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"],
      ['Dilys "Dil" Probert', "20/11/2026 16:00:00", "20/11/2026 17:00:00", "1h", "", ""],
      ["=HYPERLINK(1)", "20/11/2026 16:00:00", "20/11/2026 17:00:00", "1h", "not-an-address", ""],
      ["Ghost", "yesterday", "", "a while", "", ""],
      ["Time Traveller", "20/11/2026 18:00:00", "20/11/2026 16:00:00", "", "", ""],
    );
    const { people, wrong } = read(utf16(extra));
    expect(people.slice(0, 2)).toEqual([
      ['Dilys "Dil" Probert', "", 60],
      ["=HYPERLINK(1)", "", 60],
    ]);
    expect(wrong.map(({ line }) => line)).toEqual([4, 5]);
  });
});

describe("a report of Zoom", () => {
  const HEAD = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants";
  const MEETING =
    '812 3456 7890,"Peer learning group 2, Westbrook",11/20/2026 03:50:00 PM,11/20/2026 06:05:00 PM,priya@example.org,135,4';
  const COLUMNS =
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room";

  it("has the meeting on top, guests, a waiting room and names over two lines", () => {
    const text = [
      HEAD,
      MEETING,
      "",
      COLUMNS,
      "Priya Raman,priya@example.org,11/20/2026 03:50:00 PM,11/20/2026 06:05:00 PM,135,No,,No",
      "Amara's iPhone (Amara Okafor),,11/20/2026 04:00:00 PM,11/20/2026 05:30:00 PM,90,Yes,,No",
      "Chidi Mensah,,11/20/2026 03:40:00 PM,11/20/2026 04:10:00 PM,30,Yes,,Yes",
      "Chidi Mensah,,11/20/2026 04:10:00 PM,11/20/2026 06:00:00 PM,110,Yes,,No",
      '"Leila\nHaddad",leila@example.org,11/20/2026 04:00:00 PM,11/20/2026 06:00:00 PM,120,Yes,,No',
    ].join("\n");
    expect(read(utf8(text)).people).toEqual([
      ["Priya Raman", "priya@example.org", 120],
      ["Amara's iPhone (Amara Okafor)", "", 90],
      ["Chidi Mensah", "", 110],
      ["Leila Haddad", "leila@example.org", 120],
    ]);
  });

  it("of unique people has no times, only sums", () => {
    const text =
      "Name (Original Name),User Email,Total Duration (Minutes),Guest\nBen Lister,,500,Yes\nEve Hartnell,,30,Yes";
    expect(read(utf8(text)).people).toEqual([
      ["Ben Lister", "", 120],
      ["Eve Hartnell", "", 30],
    ]);
  });

  it("of today writes months as words", () => {
    const text =
      'Name (original name),Email,Join time,Leave time,Duration (minutes)\nBen Lister,,"Nov 20, 2026 16:00:00","Nov 20, 2026 16:50:00",50';
    expect(read(utf8(text)).people).toEqual([["Ben Lister", "", 50]]);
  });
});

describe("what is no report", () => {
  it.each([
    [
      "an HTML page called .csv",
      utf8("<!doctype html>\n<html><body><h1>Sign in, please</h1></body></html>"),
      /no attendance report/,
    ],
    ["a list of something else", utf8("School,URN\nNorthfield,100001"), /no attendance report/],
    ["names without times", utf8("Name,Email\nBen Lister,ben@example.org"), /no attendance report/],
    ["times without names", utf8("Join Time,Leave Time\n16:00,18:00"), /no attendance report/],
    ["UTF-16 without its mark", utf16(TEAMS).slice(2), /not a CSV file|no attendance report/],
    ["headings and nobody", utf8("Name,Join Time,Leave Time"), /no attendance report/],
    ["nothing", new Uint8Array(), /empty/],
    ["a workbook", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]), /not a CSV file/],
    ["half of a UTF-16 pair", new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41]), /not a CSV file/],
    ["a quotation mark that is not closed", utf8('Name,Join Time,Leave Time\n"Ben,1,2'), /quotation mark/],
    ["more than 900 kB", utf8(`Name,Duration\n${"Ben Lister,5\n".repeat(80_000)}`), /larger than 900 kB/],
    ["5,001 lines", utf8(`Name,Duration\n${"Ben Lister,5\n".repeat(5_000)}`), /more than 5,000 lines/],
  ])("%s is refused with what to do", (_, bytes, why) => {
    expect(refusal(bytes)).toMatch(why);
  });

  it("5,000 lines are read, people once each", () => {
    const lines = Array.from(
      { length: 4_999 },
      (_, i) => `Person ${i % 900},,20/11/2026 16:${10 + (i % 50)}:00,20/11/2026 17:30:00,60`,
    );
    expect(read(utf8(["Name,Email,Join Time,Leave Time,Duration", ...lines].join("\n"))).people).toHaveLength(
      900,
    );
  });
});

describe("an event across midnight", () => {
  /** From half past eleven at night to half past one, as the clocks go forward: an hour long. */
  const NIGHT = { startsAt: new Date("2027-03-27T23:30:00Z"), endsAt: new Date("2027-03-28T00:59:00Z") };
  const AUTUMN = { startsAt: new Date("2026-10-24T22:30:00Z"), endsAt: new Date("2026-10-25T02:00:00Z") };
  const minutes = (event: typeof NIGHT, from: string, to: string) => {
    const text = `Name,Join Time,Leave Time,Duration\nBen Lister,"${from}","${to}",`;
    return minutesOf(peopleOf(readReport(utf8(text)), event).people, event);
  };

  it.each([
    ["27/03/2027 23:45:00", "28/03/2027 00:15:00", 30],
    ["03/27/2027 11:45:00 PM", "03/28/2027 12:15:00 AM", 30],
    ["2027-03-27 23:00:00", "2027-03-28 02:30:00", 89],
    // The last leaves before the event has begun.
    ["27/03/2027 22:00:00", "27/03/2027 23:30:00", 0],
  ])("%s to %s in spring: %i", (from, to, count) => {
    expect(minutes(NIGHT, from, to)).toBe(count);
  });

  it("counts the hour that there is twice in autumn, where the report says which", () => {
    expect(minutes(AUTUMN, "2026-10-24T22:30:00Z", "2026-10-25T02:00:00Z")).toBe(210);
    expect(minutes(AUTUMN, "24/10/2026 23:30", "25/10/2026 02:00")).toBe(210);
  });
});

describe("times", () => {
  it.each([
    ["11/20/26, 3:58:12 PM", "15:58:12"],
    ["20/11/2026, 15:58:12", "15:58:12"],
    ["20.11.2026 15:58", "15:58:00"],
    ["2026-11-20 15:58:12", "15:58:12"],
    ["2026-11-20T15:58:12.345Z", "15:58:12"],
    ["20 November 2026 03:58 p.m.", "15:58:00"],
    ["Nov 20, 2026 12:00:00 AM", "00:00:00"],
  ])("%s", (text, time) => {
    expect(momentOf(text, EVENT.startsAt)?.toISOString()).toBe(`2026-11-20T${time}.000Z`);
  });

  it("takes the reading near the event where day and month could be either, and London's summer for what it is", () => {
    const april = new Date("2026-04-03T15:00:00Z");
    expect(momentOf("03/04/2026 16:30", april)?.toISOString()).toBe("2026-04-03T15:30:00.000Z");
    expect(momentOf("04/03/2026 4:30 PM", april)?.toISOString()).toBe("2026-04-03T15:30:00.000Z");
  });

  it.each([
    "",
    "soon",
    "31/31/2026 10:00",
    "20/11/2026",
    "20/11/2026 25:00",
    "20/11/2026 13:00 PM",
    "20/11/275760 10:00",
  ])("%j is none", (text) => {
    expect(momentOf(text, EVENT.startsAt)).toBeUndefined();
  });

  it.each([
    ["1h 5m 3s", 3_903],
    ["45s", 45],
    ["1 hr 5 min", 3_900],
    ["01:05:03", 3_903],
    ["65", 3_900],
    ["2h", 7_200],
    ["", undefined],
    ["a while", undefined],
    ["5 lightyears", undefined],
  ])("%j is %s seconds", (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });
});

describe("who is who", () => {
  const known = [
    { enrolmentId: "amara", fullName: "Amara Okafor", email: "amara.okafor@example.org" },
    { enrolmentId: "tobias", fullName: "Tobias Wren", email: "t.wren@example.org" },
    { enrolmentId: "zoe", fullName: "Zoë Ní Bhriain-O’Neill", email: "zoe@example.org" },
    { enrolmentId: "james1", fullName: "James Smith", email: "j.smith@north.example.org" },
    { enrolmentId: "james2", fullName: "James Smith", email: "james@south.example.org" },
  ];
  const find = (name: string, email = "") =>
    matcher(known)({ line: 1, names: [name], email, spans: [], loose: 0 });

  it.each([
    ["somebody else's name", "amara.okafor@example.org", "amara", "e-mail"],
    ["Amara Okafor", "private@example.com", "amara", "name"],
    ["OKAFOR, Dr. Amara (Guest)", "", "amara", "name"],
    ["Amara's iPhone (Amara Okafor)", "", "amara", "name"],
    ["Amara Okafor - Northfield Academy", "", "amara", "name"],
    ["Amara Ngozi Okafor", "", "amara", "name"],
    ["Zoe Ni Bhriain O'Neill", "", "zoe", "name"],
    ["James Smith", "james@south.example.org", "james2", "e-mail"],
  ])("%s (%s)", (name, email, enrolmentId, by) => {
    expect(find(name, email)).toEqual({ kind: "matched", enrolmentId, by });
  });

  it.each([
    ["James Smith", ["james1", "james2"]],
    ["Amara", ["amara"]],
    ["T. Wren", ["tobias"]],
    ["James’s iPad", ["james1", "james2"]],
  ])("%s is for staff to choose", (name, candidates) => {
    expect(find(name)).toEqual({ kind: "unsure", candidates });
  });

  it.each(["iPhone", "Read.ai Notetaker", "=1+1", "Dr", "Om Ng"])("%s is nobody", (name) => {
    expect(find(name)).toEqual({ kind: "nobody" });
  });

  it("leaves titles and devices out of a name, and not the letters of others", () => {
    expect(wordsOf("Prof. Łukasz Drewniak (iPad)")).toEqual(["drewniak", "lukasz"]);
    expect(wordsOf("李 小龙")).toEqual(["小龙", "李"].sort());
  });
});

describe("minutes in the register", () => {
  const terms = { share: 90, length: 120, full: 120 };
  it.each([
    [120, "present", undefined],
    [108, "present", undefined],
    [107, "part", 107],
    [1, "part", 1],
    [0, "absent", undefined],
  ])("%i of 120 minutes, from 90%% on: %s", (minutes, mark, part) => {
    expect(markFor(minutes, terms)).toEqual(part === undefined ? { mark } : { mark, minutes: part });
  });

  it("a part never counts for all of it, whatever the milestone's minutes are", () => {
    expect(markFor(100, { share: 90, length: 180, full: 60 })).toEqual({ mark: "part", minutes: 59 });
    expect(markFor(100, { share: 90, length: 180, full: 0 })).toEqual({ mark: "present" });
  });
});

describe("the form that enters it", () => {
  const id = "0199a000-0000-7000-8000-000000000001";
  const fields = { step: "save", version: "v", share: "90" };

  it("adds up whoever was matched and chosen as well", () => {
    const { data } = confirmForm.safeParse({
      ...fields,
      [`minutes-${id}`]: "40",
      "who-0": id,
      "span-0": "30",
      "who-1": "",
      "span-1": "9",
    });
    expect(data).toEqual({
      reason: "",
      version: "v",
      share: 90,
      absent: false,
      there: new Map([[id, 70]]),
    });
  });

  it.each([
    { share: "1" },
    { "minutes-x": "5" },
    { [`minutes-${id}`]: "-1" },
    { "who-0": id },
    { "who-0": "x", "span-0": "1" },
    { absent: "maybe" },
    { role: "administrator" },
    { version: "" },
  ])("refuses %j", (more) => {
    expect(confirmForm.safeParse({ ...fields, ...more }).success).toBe(false);
  });
});
