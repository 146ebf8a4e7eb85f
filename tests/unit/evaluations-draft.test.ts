import { describe, expect, test } from "vitest";
import { draftForm } from "../../lib/evaluations/schema-draft";
import {
  afterStep,
  MOST_QUESTIONS,
  type Row,
  rowOf,
  rowsIn,
  valuesOf,
} from "../../lib/evaluations/schema-rows";
import { npqel } from "../../prisma/seed/npqel";

const [first] = npqel.evaluations;
const questions = first?.questions ?? [];
const rows = questions.map(rowOf);
const legends = (all: readonly Row[]) => all.map(({ legend }) => legend);
const form = (step: string, all: readonly Row[], more: object = {}) =>
  draftForm.safeParse({ token: "1-0", step, ...valuesOf(all), ...more });
const errors = (all: readonly Row[]) =>
  form("save", all).error?.issues.map(({ path, message }) => [path[0], message]);

describe("the form of an evaluation’s questions", () => {
  test("sends back the questions that it was made from", () => {
    expect(form("save", rows).data?.questions).toEqual(questions);
    expect(rowsIn(valuesOf(rows))).toEqual(rows);
  });

  test("adds, takes out and moves a question, and leaves what is typed", () => {
    expect(legends(afterStep(rows, "out-1"))).toEqual(legends(rows).toSpliced(1, 1));
    const [a, b, ...rest] = rows;
    expect(afterStep(rows, "down-0")).toEqual([b, a, ...rest]);
    expect(afterStep(rows, "up-1")).toEqual([b, a, ...rest]);
    for (const nothing of ["up-0", `down-${rows.length - 1}`, "out-11", "up-99"])
      expect(afterStep(rows, nothing)).toEqual(rows);
    expect(afterStep(rows, "add-choice").at(-1)).toMatchObject({ kind: "choice", key: "", legend: "" });
    const full = Array.from({ length: MOST_QUESTIONS }, () => rows[0] as Row);
    expect(afterStep(full, "add-text")).toHaveLength(MOST_QUESTIONS);
    // Half-written questions stand in no button's way.
    expect(form("up-1", [...rows, { ...(rows[0] as Row), legend: "" }]).success).toBe(true);
  });

  test("gives a new question a key from its words that no other has", () => {
    const fresh = { ...(rows[0] as Row), key: "", legend: "Useful" };
    const saved = form("save", [...rows, fresh, fresh]).data?.questions ?? [];
    expect(saved.slice(-2).map(({ key }) => key)).toEqual(["useful-2", "useful-3"]);
    const strange = form("save", [
      { ...fresh, legend: "Ça va?" },
      { ...fresh, legend: "???" },
    ]);
    expect(strange.data?.questions.map(({ key }) => key)).toEqual(["a-va", "question"]);
  });

  test("gives the second of two rows that were sent with one key a key of its own", () => {
    const [one] = rows as [Row];
    const saved = form("save", [one, { ...one, legend: "Something else" }]);
    expect(saved.data?.questions.map(({ key }) => key)).toEqual([one.key, "something-else"]);
  });

  test("says of each field what is wrong", () => {
    const [scale] = rows as [Row];
    const choice = { ...scale, kind: "choice", options: "One" } as const;
    expect(errors([])).toEqual([[undefined, "Add at least one question."]]);
    expect(
      errors([{ ...scale, legend: " ", low: "", high: "x".repeat(61) }])?.map(([field]) => field),
    ).toEqual(["legend0", "low0", "high0"]);
    expect(errors([scale, choice])).toEqual([
      ["options1", "Question 2: write 2 to 8 answers, one a line, of 80 characters or fewer"],
    ]);
    expect(errors([{ ...choice, options: "Yes\nYes" }])).toEqual([["options0", "Write each answer once"]]);
    expect(errors([{ ...scale, hint: "x".repeat(301) }])?.[0]?.[0]).toBe("hint0");
    expect(errors([{ ...scale, legend: "a\u0000b" }])?.[0]?.[0]).toBe("legend0");
  });

  test("takes no other step, no key that is none of ours, and no field that it does not know", () => {
    for (const step of ["", "up", "up-999", "add-file", "publish"])
      expect(form(step, rows).success).toBe(false);
    expect(form("save", [{ ...(rows[0] as Row), key: "../x" }]).success).toBe(false);
    expect(form("save", rows, { version: "9" }).success).toBe(false);
    expect(form("save", rows, { legend12: "one more" }).success).toBe(false);
  });
});
