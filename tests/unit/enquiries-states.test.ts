import { describe, expect, it } from "vitest";
import { canAnswer } from "@/lib/enquiries/policy";
import { extractOf } from "@/lib/enquiries/rows";
import { enquiryFilters, isEnquiryReference, questionForm, shownEnquiries } from "@/lib/enquiries/schema";
import { dueAfter, dueWords, inTimeSentence, lateBy, waitingSentence } from "@/lib/enquiries/states";
import type { Role } from "@/lib/generated/prisma/enums";

const NINE = new Date("2026-11-23T09:00:00Z");
const minutesOn = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);

describe("how long there is to answer", () => {
  it.each([
    [48 * 60, "due in 48 h", "muted"],
    [71 * 60 + 59, "due in 71 h", "muted"],
    [72 * 60, "due in 3 days", "muted"],
    [12 * 60 + 1, "due in 12 h", "muted"],
    [12 * 60, "due in 12 h", "soon"],
    [5 * 60 + 59, "due in 5 h", "soon"],
    [59, "due in 59 min", "soon"],
    [0, "due now", "soon"],
    [-0.5, "due now", "late"],
    [-1, "1 min late", "late"],
    [-2 * 60 - 20, "2 h late", "late"],
    [-4 * 24 * 60, "4 days late", "late"],
  ])("%d minutes before its time: %s", (minutes, words, tone) => {
    expect(dueWords(minutesOn(minutes), NINE)).toEqual({ words, tone });
  });

  it("is 48 hours on, whatever the clocks do meanwhile", () => {
    const asked = new Date("2026-10-24T12:00:00Z");
    expect(dueAfter(asked, 48)).toEqual(new Date("2026-10-26T12:00:00Z"));
  });

  it("is kept by an answer on the minute, and not by one after it", () => {
    expect(lateBy(NINE, NINE)).toBeNull();
    expect(lateBy(NINE, new Date(NINE.getTime() + 1))).toBe("less than a minute late");
    expect(lateBy(NINE, minutesOn(180))).toBe("3 h late");
  });
});

describe("the figures in a sentence", () => {
  it.each([
    [{ answered: 0, inTime: 0 }, "Nothing was answered in the last 30 days."],
    [{ answered: 1, inTime: 1 }, "In the last 30 days one enquiry was answered, in time."],
    [{ answered: 1, inTime: 0 }, "In the last 30 days one enquiry was answered, after its time."],
    [{ answered: 3, inTime: 2 }, "In the last 30 days 3 enquiries were answered, 2 of them in time (66%)."],
    // Rounded down: 100% is all of them.
    [
      { answered: 300, inTime: 299 },
      "In the last 30 days 300 enquiries were answered, 299 of them in time (99%).",
    ],
  ])("%o", (figures, sentence) => {
    expect(inTimeSentence(figures)).toBe(sentence);
  });

  it.each([
    [{ waiting: 0, near: 0, late: 0 }, "No enquiry waits for an answer."],
    [{ waiting: 1, near: 0, late: 0 }, "One enquiry waits, with time in hand."],
    [{ waiting: 1, near: 0, late: 1 }, "One enquiry waits: 1 past its time."],
    [{ waiting: 5, near: 1, late: 2 }, "5 enquiries wait: 2 past their time, 1 due within 12 hours."],
  ])("%o", (counts, sentence) => {
    expect(waitingSentence(counts)).toBe(sentence);
  });
});

describe("who answers", () => {
  const actor = (...roles: Role[]) => ({
    userId: "",
    name: "",
    email: "",
    roles: roles.map((role) => ({ role, cohortId: null })),
  });
  it.each([
    ["administrator", true],
    ["cohort_manager", true],
    ["facilitator", false],
    ["coach", false],
    ["assessor", false],
  ] as const)("%s: %s", (role, may) => {
    expect(canAnswer(actor(role))).toBe(may);
  });
  it("nobody without a role", () => expect(canAnswer(actor())).toBe(false));
});

describe("what is sent", () => {
  const typed = {
    formKey: "0f8fad5b-d9cb-469f-a165-70867728950e",
    name: " Tariq  Mahmood ",
    email: "Tariq.Mahmood@Example.org",
    programme: "",
    question: "  May I?\r\nWhen? ",
  };
  it("is put in order", () => {
    expect(questionForm.parse(typed)).toEqual({
      ...typed,
      name: "Tariq Mahmood",
      email: "tariq.mahmood@example.org",
      question: "May I?\nWhen?",
    });
  });
  it.each([
    ["question", " ", "Enter your question"],
    ["question", "x".repeat(3_001), "Shorten your question to 3,000 characters or fewer"],
    ["name", "", "Enter your name"],
    ["email", "tariq", "Enter an e-mail address in the form name@example.org"],
    ["formKey", "", "The form is incomplete. Reload the page and try again."],
  ])("is refused with a sentence: %s", (field, value, message) => {
    const parsed = questionForm.safeParse({ ...typed, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
  it("has no field more", () => {
    expect(questionForm.safeParse({ ...typed, answeredAt: "2026-11-23" }).success).toBe(false);
  });
});

describe("the queue's address", () => {
  it.each([
    [{}, "waiting"],
    [{ q: "oxford" }, "all"],
    [{ q: "oxford", show: "answered" }, "answered"],
    [{ show: "everything" }, "waiting"],
    [{ show: ["answered", "waiting"] }, "waiting"],
  ])("%o shows what is %s", (query, shown) => {
    expect(shownEnquiries(enquiryFilters.parse(query))).toBe(shown);
  });
  it("turns a page that is none into the first", () => {
    expect(enquiryFilters.parse({ page: "-3" }).page).toBe(1);
  });
});

it("an extract is one line, cut between words", () => {
  expect(extractOf("May I?\n\nWhen?")).toBe("May I? When?");
  const cut = extractOf("residential ".repeat(40));
  expect(cut.length).toBeLessThanOrEqual(142);
  expect(cut).toMatch(/residential …$/);
});

it.each([
  ["Q-4F7KQ2", true],
  ["Q-4F7KQ", false],
  ["Q-4F7KQO", false],
  ["q-4f7kq2", false],
  ["NPQEL-4F7KQ2", false],
  [{ not: "" }, false],
])("%o is a reference: %s", (text, is) => {
  expect(isEnquiryReference(text)).toBe(is);
});
