import { describe, expect, it } from "vitest";
import { readByDay } from "@/lib/applications/deadlines";
import { acceptForm, offerForm, rejectionForm, submission } from "@/lib/applications/schema";
import { missing, readAnswers, stepForm } from "@/lib/applications/schema-answers";
import { FULL } from "../support/admissions";

describe("the teacher reference number", () => {
  it.each([
    ["4407718", "4407718"],
    ["44 07 718", "4407718"],
    ["RP4407718", "4407718"],
    [" rp 44/07718 ", "4407718"],
    ["", null],
    ["   ", null],
  ])("reads %j as %j", (typed, kept) => {
    const { answers, errors } = readAnswers("about", { trn: typed });
    expect(errors.trn).toBeUndefined();
    expect(answers.trn).toBe(kept);
  });

  it.each([
    "0000000",
    "440771",
    "44077188",
    "RP",
    "4407718\u0000",
    "４４０７７１８",
    "abcdefg",
    "1".repeat(5_000),
  ])("refuses %j", (typed) => {
    const { answers, errors } = readAnswers("about", { trn: typed });
    expect(errors.trn).toBe("Enter the seven digits of your TRN, or leave it empty");
    expect(answers).not.toHaveProperty("trn");
  });
});

describe("a step of the form", () => {
  it("keeps what is right and names what is wrong", () => {
    const read = readAnswers("work", {
      workplace: "  Tidewell   Trust ",
      workplaceUrn: "12345",
      jobTitle: "Head",
      sponsorEmail: "helen",
      fundingRoute: "someone_else",
    });
    expect(read.answers).toEqual({ workplace: "Tidewell Trust", jobTitle: "Head", sponsorName: "" });
    expect(Object.keys(read.errors).sort()).toEqual(["fundingRoute", "sponsorEmail", "workplaceUrn"]);
  });

  it("may be empty: a draft is a draft", () => {
    expect(readAnswers("about", {})).toEqual({
      answers: { fullName: "", trn: null, dfeRegistration: null },
      errors: {},
    });
    expect(readAnswers("reasons", {})).toEqual({ answers: { statement: "" }, errors: {} });
  });

  it.each([
    ["a NUL", "Head\u0000teacher"],
    ["a lone surrogate", "Head\ud800teacher"],
    ["too much", "x".repeat(10_000)],
  ])("refuses %s", (_, text) => {
    expect(readAnswers("work", { jobTitle: text }).errors).toHaveProperty("jobTitle");
    expect(readAnswers("reasons", { statement: text }).errors).toHaveProperty("statement");
  });

  it("asks for 500 words at most", () => {
    const words = (count: number) => Array.from({ length: count }, () => "school").join("\n ");
    expect(readAnswers("reasons", { statement: words(500) }).errors).toEqual({});
    expect(readAnswers("reasons", { statement: words(501) }).errors).toEqual({
      statement: "Shorten your reasons to 500 words or fewer",
    });
  });

  it.each(["state", "userId", "cohortId", "reference", "submittedAt", "__proto__x"])(
    "is refused as a whole with a forged %s",
    (name) => {
      const form = stepForm("about").safeParse({ version: "1", fullName: "Bashir Noor", [name]: "accepted" });
      expect(form.success).toBe(false);
    },
  );

  it.each(["", "0", "-1", "1.5", "two", "99999999999999999999"])(
    "is refused with the version %j",
    (version) => {
      expect(stepForm("about").safeParse({ version }).success).toBe(false);
    },
  );

  it("tells the two buttons apart", () => {
    expect(stepForm("about").parse({ version: "3", leave: "yes" })).toMatchObject({
      version: 3,
      leave: true,
    });
    expect(stepForm("about").parse({ version: "3" })).toMatchObject({ leave: false });
    expect(stepForm("about").safeParse({ version: "3", leave: "no" }).success).toBe(false);
  });
});

describe("what is missing", () => {
  it("is nothing when everything is there, with or without a TRN", () => {
    expect(missing(FULL)).toEqual([]);
    expect(missing({ ...FULL, trn: null, workplaceUrn: null })).toEqual([]);
  });

  it("is said with the step to do it on", () => {
    const gaps = missing({ ...FULL, dfeRegistration: null, sponsorEmail: "", statement: "" });
    expect(gaps.map(({ field, step }) => `${field} on ${step}`)).toEqual([
      "dfeRegistration on about",
      "sponsorEmail on work",
      "statement on reasons",
    ]);
  });
});

describe("the other forms", () => {
  it("refuse what they do not ask for", () => {
    expect(submission.safeParse({ version: "1", declared: "yes", state: "accepted" }).success).toBe(false);
    expect(acceptForm.safeParse({ commitments: "yes", fundedPlace: "yes" }).success).toBe(false);
    expect(offerForm.safeParse({ version: "1", fundedPlace: "yes", answerBy: "275760-09-13" }).success).toBe(
      false,
    );
    expect(rejectionForm.safeParse({ version: "1", reason: "x".repeat(2_001) }).success).toBe(false);
    expect(rejectionForm.safeParse({ version: "1", reason: " \n " }).success).toBe(false);
  });

  it("need the tick that takes something on", () => {
    expect(submission.safeParse({ version: "1" }).success).toBe(false);
    expect(acceptForm.safeParse({}).success).toBe(false);
  });
});

describe("the promise to answer", () => {
  it.each([
    ["2026-11-23", "2026-12-14"],
    ["2026-11-27", "2026-12-18"],
    ["2026-11-28", "2026-12-18"],
  ])("for one sent on %s is %s, fifteen working days later", (sent, by) => {
    expect(readByDay(sent)).toBe(by);
  });
});
