import { describe, expect, test } from "vitest";
import {
  ALTERNATIVE_STATES,
  lengths,
  OWN_IDEA,
  proposalForm,
  verdictForm,
} from "../../lib/alternatives/schema";
import { allows, isLive, MOVES, type Move, type ProposalFacts, whyNot } from "../../lib/alternatives/states";
import { answerForm, NEW_RECORD } from "../../lib/corrections/schema";
import { mayAnswer, stateOf } from "../../lib/corrections/states";

const TODAY = "2026-11-23";
const FORM_KEY = "00000000-0000-4000-8000-000000000001";

const missed: ProposalFacts = {
  enrolmentState: "active",
  counts: true,
  required: true,
  completed: false,
  minutes: 120,
  recorded: 0,
  closesOn: "2026-07-31",
  missed: true,
  until: "2027-09-30",
};

describe("the way of an alternative activity", () => {
  test("every move leads on from where it may, and from nowhere else", () => {
    const table = Object.fromEntries(
      (Object.keys(MOVES) as Move[]).map((move) => [
        move,
        ALTERNATIVE_STATES.filter((state) => allows(move, state)),
      ]),
    );
    expect(table).toEqual({
      propose: [],
      agree: ["proposed"],
      decline: ["proposed"],
      hand_in: ["agreed", "sent_back"],
      credit: ["handed_in"],
      send_back: ["handed_in"],
      end: ["proposed", "agreed", "handed_in", "sent_back"],
      withdraw: ["proposed", "agreed", "sent_back"],
    });
  });

  test("what has ended is not on its way, and nothing leads on from it", () => {
    for (const state of ["credited", "declined", "withdrawn"] as const) {
      expect(isLive(state)).toBe(false);
      expect((Object.keys(MOVES) as Move[]).some((move) => allows(move, state))).toBe(false);
    }
  });
});

describe("what can be made up", () => {
  test("a missed session can, until the day by which the line has to be reached", () => {
    expect(whyNot(missed, TODAY)).toBeNull();
    expect(whyNot(missed, "2027-09-30")).toBeNull();
    expect(whyNot(missed, "2027-10-01")).toContain("until 30 September 2027");
  });

  test("what has closed can, although nobody missed an event; what is still open cannot", () => {
    expect(whyNot({ ...missed, missed: false }, TODAY)).toBeNull();
    expect(whyNot({ ...missed, missed: false, closesOn: TODAY }, TODAY)).toContain(
      "still be done as planned",
    );
    expect(whyNot({ ...missed, closesOn: "2027-01-31" }, TODAY)).toBeNull();
    expect(whyNot({ ...missed, until: null }, "2029-01-01")).toBeNull();
  });

  test.each([
    [{ completed: true }, "This is done"],
    [{ required: false }, "excused"],
    [{ counts: false }, "does not count"],
    [{ minutes: 0 }, "does not count"],
    [{ enrolmentState: "deferred" as const }, "place is deferred"],
    [{ enrolmentState: "withdrawn" as const }, "place is withdrawn"],
  ])("not when %o", (change, why) => {
    expect(whyNot({ ...missed, ...change }, TODAY)).toContain(why);
  });
});

describe("what the forms take", () => {
  const fieldsOf = (
    form: { safeParse: (input: unknown) => { error?: { issues: { path: PropertyKey[] }[] } } },
    input: unknown,
  ) => form.safeParse(input).error?.issues.map(({ path }) => String(path[0])) ?? [];

  test("an idea of one's own has a name and a length; one of the list needs neither", () => {
    const idea = { option: OWN_IDEA, title: "", plan: "Read and write", formKey: FORM_KEY };
    expect(fieldsOf(proposalForm, idea)).toEqual(["title", "minutes"]);
    expect(fieldsOf(proposalForm, { ...idea, title: "A visit", minutes: "60" })).toEqual([]);
    expect(fieldsOf(proposalForm, { ...idea, option: FORM_KEY })).toEqual([]);
    expect(fieldsOf(proposalForm, { ...idea, option: "anything" })).toContain("option");
  });

  test("a no comes with words, a yes with minutes", () => {
    expect(fieldsOf(verdictForm, { verdict: "declined", words: "" })).toEqual(["words"]);
    expect(fieldsOf(verdictForm, { verdict: "sent_back", words: " " })).toEqual(["words"]);
    expect(fieldsOf(verdictForm, { verdict: "agreed", words: "" })).toEqual(["minutes"]);
    expect(fieldsOf(verdictForm, { verdict: "credited", words: "", minutes: "90" })).toEqual([]);
    expect(fieldsOf(verdictForm, { verdict: "credited", words: "", minutes: "99999" })).toContain("minutes");
  });

  test("what is put right says what it comes to; what is not changed needs words alone", () => {
    expect(fieldsOf(answerForm, { outcome: "put_right", answer: "Yes" })).toEqual([
      "replaces",
      "minutes",
      "happenedOn",
    ]);
    const right = { outcome: "put_right", answer: "Yes", replaces: NEW_RECORD };
    expect(fieldsOf(answerForm, { ...right, minutes: "120", happenedOn: "2026-06-25" })).toEqual([]);
    expect(fieldsOf(answerForm, { ...right, minutes: "12o", happenedOn: "2026-06-31" })).toEqual([
      "minutes",
      "happenedOn",
    ]);
    expect(fieldsOf(answerForm, { outcome: "not_changed", answer: "The register is right" })).toEqual([]);
    expect(fieldsOf(answerForm, { outcome: "not_changed", answer: "" })).toEqual(["answer"]);
  });

  test("lengths go up to what is missing, whatever that is", () => {
    expect(lengths(15)).toEqual([15]);
    expect(lengths(50)).toEqual([15, 30, 45, 50]);
    expect(lengths(300)).toEqual([15, 30, 45, 60, 75, 90, 105, 120, 180, 240, 300]);
  });
});

test("a correction is answered once", () => {
  expect(mayAnswer(stateOf({ outcome: null }))).toBe(true);
  expect(mayAnswer(stateOf({ outcome: "put_right" }))).toBe(false);
  expect(mayAnswer(stateOf({ outcome: "not_changed" }))).toBe(false);
});
