import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EMPTY_FORM, isFormCall, isStorable, line, paragraph, parseForm, typedValues } from "@/lib/form";

const form = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const schema = z.strictObject({
  name: line("your name", 20),
  note: paragraph("a note", 50, { optional: true }),
});
const parse = (fields: [string, string][]) => parseForm(schema, form(fields), EMPTY_FORM);

describe("what a form sends", () => {
  it("is taken trimmed, with one kind of space and line break", () => {
    expect(
      parse([
        ["name", "  Ada \t Winter "],
        ["note", "one\r\ntwo\r"],
      ]),
    ).toEqual({
      ok: true,
      data: { name: "Ada Winter", note: "one\ntwo" },
    });
  });

  it.each([["role"], ["status"], ["cohortId"], ["__proto__"], ["name[not]"]])(
    "is refused with a field %s more",
    (extra) => {
      const answer = parse([
        ["name", "Ada"],
        ["note", ""],
        [extra, "x"],
      ]);
      expect(answer).toMatchObject({ ok: false, state: { turn: 1, values: { name: "Ada" } } });
    },
  );

  it("is refused where one value is expected and two are sent, or a file", () => {
    expect(
      parse([
        ["name", "Ada"],
        ["name", "Bea"],
        ["note", ""],
      ]),
    ).toMatchObject({
      ok: false,
      state: { errors: { name: "Enter your name" } },
    });
    const data = form([["note", ""]]);
    data.append("name", new File(["x"], "x.txt"));
    expect(parseForm(schema, data, EMPTY_FORM)).toMatchObject({ ok: false });
    expect(typedValues(data)).toEqual({ note: "" });
  });

  it("keeps what was typed, and leaves out what is the framework's", () => {
    const answer = parse([
      ["name", ""],
      ["note", "kept"],
      ["$ACTION_ID_40", ""],
    ]);
    expect(answer).toMatchObject({ ok: false, state: { values: { name: "", note: "kept" } } });
  });

  it.each(["a\0b", "a\u0001b", "\u001b[2J", "\u0085", "\u007f", "\ud800", "\udc00\ud800"])(
    "is not %j",
    (text) => {
      expect(isStorable(text)).toBe(false);
      expect(
        parse([
          ["name", "Ada"],
          ["note", text],
        ]).ok,
      ).toBe(text.includes("\ud800") ? parseFormKeepsPairs(text) : false);
    },
  );

  it("is any other text, whatever the script", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
        fc.pre(!/[^\P{Cc}\t\n\r]/u.test(text));
        expect(isStorable(text)).toBe(true);
        expect(paragraph("a note", 100, { optional: true }).safeParse(text).success).toBe(true);
      }),
    );
  });

  it("has an end", () => {
    const long = parse([
      ["name", "a".repeat(21)],
      ["note", "b".repeat(51)],
    ]);
    expect(long).toMatchObject({
      ok: false,
      state: {
        errors: { name: expect.stringContaining("Shorten"), note: expect.stringContaining("Shorten") },
      },
    });
  });
});

/** FormData itself makes U+FFFD of half a pair; what comes past it is refused by `isStorable`. */
const parseFormKeepsPairs = (text: string) => text.toWellFormed() !== text;

describe("a call of an action", () => {
  it("is a form's when it brings a state and a form", () => {
    expect(isFormCall(EMPTY_FORM, form([]))).toBe(true);
    for (const state of [undefined, null, "x", {}, { turn: "1" }])
      expect(isFormCall(state, form([]))).toBe(false);
    for (const data of [undefined, null, {}, { get: () => "" }])
      expect(isFormCall(EMPTY_FORM, data)).toBe(false);
  });
});
