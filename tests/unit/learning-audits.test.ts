import { describe, expect, test } from "vitest";
import { reportOf } from "@/lib/evaluations/report";
import { type EvaluationQuestion, evaluationForm, gapsInEvaluation } from "@/lib/evaluations/schema";
import { changeInWords, compared, pairFor } from "@/lib/learning-audits/compare";
import { auditForm, gapsInAudit, type SentAudit } from "@/lib/learning-audits/schema";

const KEY = "0190a0b0-0000-7000-8000-000000000001";
const sent = (kind: SentAudit["kind"], module: number, marks: Record<string, number>): SentAudit => ({
  milestoneId: `${kind}-${module}`,
  kind,
  module,
  submittedAt: new Date("2026-09-28T09:00:00Z"),
  marks: Object.entries(marks).map(([areaKey, mark]) => ({ areaKey, title: areaKey, mark, note: "" })),
});

describe("an audit's form", () => {
  const form = (fields: object) =>
    auditForm.safeParse({
      version: "0",
      formKey: KEY,
      "mark-teaching": "4",
      "note-teaching": "a",
      ...fields,
    });

  test("reads a mark and a note for each area, and which button was pressed", () => {
    expect(form({ step: "send", "mark-trust-culture": "" }).data).toEqual({
      version: 0,
      formKey: KEY,
      send: true,
      marks: [
        { areaKey: "teaching", mark: 4, note: "a" },
        { areaKey: "trust-culture", mark: null, note: "" },
      ],
    });
  });

  test.each([
    ["a mark of 6", { "mark-teaching": "6" }, "mark-teaching"],
    ["half a mark", { "mark-teaching": "2.5" }, "mark-teaching"],
    ["a note of a thousand and one", { "note-teaching": "x".repeat(1_001) }, "note-teaching"],
    ["a field more", { role: "administrator" }, ""],
    ["a prototype for a kind", { "constructor-teaching": "1" }, ""],
  ])("%s is refused", (_, wrong, field) => {
    expect(form(wrong).error?.issues[0]?.path.join()).toBe(field);
  });

  test("every area needs a mark before it is sent", () => {
    const areas = [
      { key: "teaching", title: "Teaching" },
      { key: "trust-culture", title: "Trust culture" },
    ];
    expect(gapsInAudit([{ areaKey: "teaching", mark: 1, note: "" }], areas)).toEqual({
      "mark-trust-culture": "Choose a mark for “Trust culture”",
    });
  });
});

describe("before and after", () => {
  const first = sent("learning_audit", 1, { a: 2, b: 3, c: 4 });
  const review = sent("learning_audit_review", 1, { a: 4, b: 3, d: 5 });
  const second = sent("learning_audit", 2, { a: 4 });

  test("a module's own two; of the programme the first audit and the last review", () => {
    expect(pairFor([second, review, first], "1")).toEqual({ before: first, after: review });
    expect(pairFor([second, review, first], "2")).toEqual({ before: second, after: undefined });
    const last = sent("learning_audit_review", 3, { a: 5 });
    expect(pairFor([last, second, review, first], "programme")).toEqual({ before: first, after: last });
  });

  test("areas are matched by key; what was asked once only stands alone", () => {
    const areas = compared({ before: first, after: review });
    expect(areas.map(({ key, before, after }) => [key, before?.mark, after?.mark])).toEqual([
      ["a", 2, 4],
      ["b", 3, 3],
      ["d", undefined, 5],
      ["c", 4, undefined],
    ]);
    expect(changeInWords(areas)).toBe("One area went up and one stayed as it was.");
    expect(changeInWords(compared({ before: first, after: sent("learning_audit", 1, { a: 1, b: 1 }) }))).toBe(
      "Two areas went down.",
    );
    expect(changeInWords(compared({ before: first }))).toBe("");
  });
});

describe("an evaluation", () => {
  const questions: EvaluationQuestion[] = [
    { kind: "scale", key: "useful", legend: "How useful?", low: "not", high: "very" },
    { kind: "choice", key: "time", legend: "How long?", options: ["Less", "More"] },
    { kind: "text", key: "change", legend: "What should change?" },
  ];

  test("asks for its marks and choices; words are one's own choice", () => {
    const answers = evaluationForm.parse({
      formId: KEY,
      "answer-useful": "7",
      "answer-time": "Never",
    }).answers;
    expect(gapsInEvaluation(questions, answers)).toEqual({
      "answer-useful": "Answer “How useful?”",
      "answer-time": "Answer “How long?”",
    });
    expect(
      gapsInEvaluation(
        questions,
        new Map([
          ["useful", "5"],
          ["time", "Less"],
        ]),
      ),
    ).toEqual({});
  });

  test("its report shows nothing of a question that fewer than five answered", () => {
    const five = ["5", "4", "4", "3", "4"].map((answer) => ({ version: 1, question: "useful", answer }));
    const four = ["a", "b", "c", "d"].map((answer) => ({ version: 1, question: "change", answer }));
    const [report] = reportOf([{ version: 1, questions }], [...five, ...four]);
    expect(report?.questions).toMatchObject([
      { people: 5, average: 4, counts: [{}, {}, { people: 1 }, { people: 3 }, { people: 1 }] },
      { people: null },
      { people: null },
    ]);
    expect(JSON.stringify(report)).not.toContain('"texts":["a"');
  });
});
