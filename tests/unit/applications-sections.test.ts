import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/applications/schema-answers";
import { answerGroups, workplaceInWords } from "@/lib/applications/schema-rows";
import { isBegun, missing, sectionsOf, stepsOf } from "@/lib/applications/sections";
import { FULL, words } from "../support/admissions";

const EMPTY: Answers = {
  fullName: "",
  trn: null,
  dfeRegistration: null,
  workplace: "",
  workplaceKind: null,
  workplaceUrn: null,
  workplaceTrust: null,
  workplaceTown: "",
  workplacePostcode: "",
  jobTitle: "",
  leadershipRole: null,
  leadershipYears: null,
  schoolsLed: null,
  experience: "",
  fundingRoute: null,
  sponsorName: "",
  sponsorEmail: "",
  sponsorRole: null,
  sponsorSees: [],
  mentorIsSponsor: null,
  mentorName: "",
  mentorEmail: "",
  mentorJobTitle: "",
  residentialPlaces: FULL.residentialPlaces,
  residentialPlace: null,
  statements: FULL.statements.map((statement) => ({ ...statement, body: "" })),
  declarations: [],
};

const states = (answers: Answers) =>
  Object.fromEntries(
    sectionsOf(answers).flatMap(({ tasks }) => tasks.map(({ step, state }) => [step, state])),
  );
const gaps = (changes: Partial<Answers>) =>
  missing({ ...FULL, ...changes }).map(({ step, what }) => `${what} on ${step}`);

describe("the task list", () => {
  it("has nothing begun in an empty draft, and all done in a full one", () => {
    expect(new Set(Object.values(states(EMPTY)))).toEqual(new Set(["not_started"]));
    expect(new Set(Object.values(states(FULL)))).toEqual(new Set(["done"]));
    expect(missing(FULL)).toEqual([]);
  });

  it.each<[string, Partial<Answers>]>([
    ["registration", { trn: "4407718" }],
    ["workplace", { workplacePostcode: "WC1H 0AL" }],
    ["role", { schoolsLed: 0 }],
    ["sponsor", { sponsorSees: ["work"] }],
    ["mentor", { mentorIsSponsor: false }],
    [
      "statement-why-now",
      { statements: [{ ...FULL.statements[0], body: "Two" } as Answers["statements"][0]] },
    ],
    ["declarations", { declarations: ["privacy_read"] }],
  ])("has %s in progress once something stands there", (step, changes) => {
    expect(states({ ...EMPTY, ...changes })[step]).toBe("in_progress");
  });

  it("walks through the pages in their order, the statements before the declarations", () => {
    expect(stepsOf(FULL).map(({ step }) => step)).toEqual([
      ...["about", "registration", "workplace", "role", "funding", "sponsor", "mentor", "residential"],
      ...[
        "statement-why-now",
        "statement-a-change-you-led",
        "statement-from-plan-to-practice",
        "declarations",
      ],
    ]);
    expect(sectionsOf({ ...FULL, statements: [] }).map(({ key }) => key)).not.toContain("statements");
  });

  it("counts access and dietary needs as a beginning, and never asks for them", () => {
    const page = (needs?: { access: string; dietary: string }) =>
      sectionsOf(EMPTY, needs)
        .flatMap(({ tasks }) => tasks)
        .find(({ step }) => step === "residential")?.state;
    expect(page()).toBe("not_started");
    expect(page({ access: "", dietary: "Vegetarian" })).toBe("in_progress");
    expect(gaps({})).toEqual([]);
  });

  it("is not begun by a name alone", () => {
    expect(isBegun({ ...EMPTY, fullName: "Bashir Noor" })).toBe(false);
    expect(isBegun({ ...EMPTY, fundingRoute: "self_funded" })).toBe(true);
  });
});

describe("what is missing", () => {
  it("is said with the page to do it on, and is never the TRN", () => {
    expect(
      gaps({ trn: null, dfeRegistration: null, sponsorEmail: "", declarations: ["privacy_read"] }),
    ).toEqual([
      "whether you have registered with DfE on registration",
      "your sponsor's e-mail address on sponsor",
      "the declarations on declarations",
    ]);
  });

  it.each([
    [0, "“Why this programme, and why now?” in 100 words at least (it has 0)"],
    [99, "“Why this programme, and why now?” in 100 words at least (it has 99)"],
    [100, undefined],
    [400, undefined],
    [401, "“Why this programme, and why now?” in 400 words at most (it has 401)"],
  ])("with a statement of %i words: %s", (count, what) => {
    const [first, ...others] = FULL.statements;
    const statements = [{ ...first, body: words(count) } as Answers["statements"][0], ...others];
    const said = count === 0 ? "“Why this programme, and why now?”" : what;
    expect(gaps({ statements })).toEqual(what ? [`${said} on statement-why-now`] : []);
  });

  it("asks for the mentor only when it is somebody else", () => {
    const none = { mentorName: "", mentorEmail: "", mentorJobTitle: "" };
    expect(gaps({ mentorIsSponsor: true, ...none })).toEqual([]);
    expect(gaps({ mentorIsSponsor: false, ...none })).toHaveLength(3);
    expect(gaps({ mentorIsSponsor: null, ...none })).toEqual([
      "whether your sponsor is to be your mentor on mentor",
    ]);
  });

  it("asks for the town of a place typed by hand, and for no residential where there is none", () => {
    expect(gaps({ workplaceTown: "" })).toEqual(["the town of your school or trust on workplace"]);
    expect(gaps({ workplaceTown: "", workplaceKind: "trust", workplaceTrust: "TR00123" })).toEqual([]);
    expect(gaps({ residentialPlace: null })).toHaveLength(1);
    expect(gaps({ residentialPlace: null, residentialPlaces: [] })).toEqual([]);
  });
});

describe("the answers in words", () => {
  it("hold every part but the needs", () => {
    const text = JSON.stringify(answerGroups(FULL));
    for (const part of ["4407718", "Larkmouth", "helen.marchbank", "Graham Tully", "Oxford", "why-now:"]) {
      expect(text).toContain(part);
    }
    expect(answerGroups(FULL).map(({ key }) => key)).toEqual([
      "you",
      "support",
      "programme",
      "statements",
      "end",
    ]);
    expect(text).not.toMatch(/access|dietary/i);
  });

  it("give the register's number of a workplace that has one", () => {
    expect(workplaceInWords({ ...FULL, workplaceUrn: "137083", workplacePostcode: "M1 1AE" })).toBe(
      "Tidewell Trust\nLarkmouth, M1 1AE\nURN 137083",
    );
  });
});
