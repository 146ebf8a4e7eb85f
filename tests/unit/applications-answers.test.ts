import { describe, expect, it } from "vitest";
import { readByDay, turnOf } from "@/lib/applications/deadlines";
import { offerForm, submission } from "@/lib/applications/schema";
import { COMMITMENTS, DECLARATIONS } from "@/lib/applications/schema-choices";
import { acceptFundedForm, acceptPaidForm } from "@/lib/applications/schema-offer";
import { readAnswers, refuseOwnAddress, stepAt, stepForm } from "@/lib/applications/schema-pages";
import { ACCEPTANCE } from "../support/admissions";

describe("the teacher reference number", () => {
  it.each([
    ["4407718", "4407718"],
    ["44 07 718", "4407718"],
    ["RP4407718", "4407718"],
    [" rp 44/07718 ", "4407718"],
    ["", null],
    ["   ", null],
  ])("reads %j as %j", (typed, kept) => {
    const { answers, errors } = readAnswers("registration", { trn: typed });
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
    const { answers, errors } = readAnswers("registration", { trn: typed });
    expect(errors.trn).toBe("Enter the seven digits of your TRN, or leave it empty");
    expect(answers).not.toHaveProperty("trn");
  });
});

describe("a page of the form", () => {
  it("keeps what is right and names what is wrong", () => {
    const read = readAnswers("sponsor", {
      sponsorName: "  Helen   Marchbank ",
      sponsorEmail: "helen",
      sponsorRole: "somebody",
      sponsorSees: ["work", "needs"],
    });
    expect(read.answers).toEqual({ sponsorName: "Helen Marchbank" });
    expect(Object.keys(read.errors).sort()).toEqual(["sponsorEmail", "sponsorRole", "sponsorSees"]);
  });

  it("may be empty: a draft is a draft", () => {
    expect(readAnswers("registration", {}).answers).toEqual({ trn: null, dfeRegistration: null });
    expect(readAnswers("role", {}).answers).toEqual({
      jobTitle: "",
      leadershipRole: null,
      leadershipYears: null,
      schoolsLed: null,
      experience: "",
    });
    expect(readAnswers("declarations", {})).toMatchObject({ answers: { declarations: [] }, errors: {} });
    expect(readAnswers("statement-why-now", {}).answers).toEqual({
      statements: [{ key: "why-now", body: "" }],
    });
  });

  it.each([
    ["a NUL", "Head\u0000teacher"],
    ["a lone surrogate", "Head\ud800teacher"],
    ["too much", "x".repeat(50_000)],
  ])("refuses %s", (_, text) => {
    expect(readAnswers("role", { jobTitle: text }).errors).toHaveProperty("jobTitle");
    expect(readAnswers("statement-why-now", { statement: text }).errors).toHaveProperty("statement");
    expect(readAnswers("residential", { access: text }).errors).toHaveProperty("access");
  });

  it("takes one tick, several and none, each once and in order", () => {
    const ticked = (declarations: string | string[]) =>
      readAnswers("declarations", { declarations }).answers.declarations;
    expect(ticked("privacy_read")).toEqual(["privacy_read"]);
    expect(ticked([...DECLARATIONS, "privacy_read"].reverse())).toEqual([...DECLARATIONS]);
    expect(ticked("")).toEqual([]);
  });

  it.each([
    ["9", 9],
    [" 0 ", 0],
    ["", null],
  ])("reads the years %j as %j", (typed, kept) => {
    expect(readAnswers("role", { leadershipYears: typed }).answers.leadershipYears).toBe(kept);
  });
  it.each(["61", "-1", "1.5", "many", "9e1", "٩"])("refuses the years %j", (typed) => {
    expect(readAnswers("role", { leadershipYears: typed }).errors).toHaveProperty("leadershipYears");
  });

  it.each([
    ["wc1h0al", "WC1H 0AL"],
    [" M1  1AE ", "M1 1AE"],
    ["", ""],
  ])("reads the postcode %j as %j", (typed, kept) => {
    expect(readAnswers("workplace", { workplacePostcode: typed }).answers.workplacePostcode).toBe(kept);
  });
  it.each(["12345", "WC1H", "WC1H 0A", "WC1H 0AL 1"])("refuses the postcode %j", (typed) => {
    expect(readAnswers("workplace", { workplacePostcode: typed }).errors).toHaveProperty("workplacePostcode");
  });

  it("forgets the register's number when a workplace is typed by hand", () => {
    expect(readAnswers("workplace", { workplace: "Tidewell Trust" }).answers).toMatchObject({
      workplaceKind: "by_hand",
      workplaceUrn: null,
      workplaceTrust: null,
    });
    expect(readAnswers("workplace", {}).answers.workplaceKind).toBeNull();
  });

  it("keeps no other mentor's name when the sponsor is to be the mentor", () => {
    const typed = { mentorIsSponsor: "yes", mentorName: "Graham Tully", mentorEmail: "g@example.org" };
    expect(readAnswers("mentor", typed).answers).toEqual({
      mentorIsSponsor: true,
      mentorName: "",
      mentorEmail: "",
      mentorJobTitle: "",
    });
  });

  it("leads a British international school elsewhere and keeps nothing of it", () => {
    const read = readAnswers("funding", { fundingRoute: "british_international" });
    expect(read).toEqual({ answers: { fundingRoute: null }, errors: {}, international: true });
    expect(readAnswers("funding", { fundingRoute: "scholarship" }).international).toBe(false);
  });

  it("does not let people endorse or mentor themselves", () => {
    const own = "bashir.noor@example.org";
    const sponsor = readAnswers("sponsor", { sponsorName: "Helen", sponsorEmail: own.toUpperCase() });
    const refused = refuseOwnAddress(sponsor, own);
    expect(refused.answers).toEqual({ sponsorName: "Helen", sponsorRole: null, sponsorSees: [] });
    expect(refused.errors).toEqual({ sponsorEmail: "Enter your sponsor's address, not your own" });
    const mentor = readAnswers("mentor", { mentorIsSponsor: "no", mentorEmail: own });
    expect(refuseOwnAddress(mentor, own).errors).toHaveProperty("mentorEmail");
    expect(refuseOwnAddress(sponsor, "helen@example.org").errors).toEqual({});
  });

  it.each(["about", "declarations", "statement-why-now"])("is found at %s", (step) => {
    expect(stepAt(step)).toBe(step);
  });
  it.each(["", "work", "constructor", "__proto__", "statement-", "statement-../x", "statement-WHY"])(
    "is not found at %j",
    (step) => expect(stepAt(step)).toBeUndefined(),
  );

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
    expect(stepForm("about").parse({ version: "3", from: "check" })).toMatchObject({ fromCheck: true });
  });
});

describe("the other forms", () => {
  it("refuse what they do not ask for", () => {
    expect(submission.safeParse({ version: "1", state: "accepted" }).success).toBe(false);
    expect(acceptFundedForm.safeParse({ commitments: [...COMMITMENTS], fundedPlace: "yes" }).success).toBe(
      false,
    );
    expect(acceptFundedForm.safeParse({ commitments: [...COMMITMENTS], payerName: "Me" }).success).toBe(
      false,
    );
    expect(offerForm.safeParse({ version: "1", fundedPlace: "yes", answerBy: "275760-09-13" }).success).toBe(
      false,
    );
  });

  it("need the tick that takes something on", () => {
    for (const commitments of [
      undefined,
      "",
      "time",
      COMMITMENTS.slice(1),
      ["time", "time", "fee", "travel"],
    ]) {
      const { error } = acceptFundedForm.safeParse({ ...(commitments ? { commitments } : {}) });
      expect(error?.issues[0]?.message).toBe("Tick all four to take the place");
    }
    expect(acceptFundedForm.parse({ commitments: [...COMMITMENTS] })).toEqual({
      commitments: [...COMMITMENTS],
      invoice: null,
    });
  });

  it("ask who pays for a place that is not funded, and say everything that is missing", () => {
    const { error } = acceptPaidForm.safeParse({ payerName: "", email: "finance", postcode: " " });
    const fields = error?.issues.map(({ path }) => path[0]);
    expect(new Set(fields)).toEqual(
      new Set(["commitments", "payerName", "contactName", "email", "address", "postcode", "purchaseOrder"]),
    );
    const { invoice, commitments } = ACCEPTANCE;
    expect(acceptPaidForm.parse({ commitments, ...invoice })).toEqual(ACCEPTANCE);
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

describe("whose turn it is", () => {
  const days = { closesOn: "2027-03-26", answerBy: "2026-12-11", readBy: "2026-12-18", today: "2026-11-23" };
  it.each([
    ["draft", "yours", "2027-03-26"],
    ["submitted", "ours", "2026-12-18"],
    ["under_review", "ours", "2026-12-18"],
    ["waitlisted", "ours", null],
    ["offered", "yours", "2026-12-11"],
    ["accepted", null, null],
    ["declined", null, null],
    ["rejected", null, null],
    ["withdrawn", null, null],
    ["expired", null, null],
  ] as const)("for one that is %s: %s, by %s", (state, turn, by) => {
    expect(turnOf(state, days)).toEqual({ turn, by });
  });

  it("is nobody's for a draft that can no longer be sent", () => {
    expect(turnOf("draft", { ...days, today: "2027-03-27" })).toEqual({ turn: null, by: null });
  });
});
