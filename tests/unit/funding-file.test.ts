import { describe, expect, it } from "vitest";
import { FieldProblem } from "@/lib/errors";
import { readListFile } from "@/lib/funding/list-file";
import { MOST_LINES, partnerForm, ruleForm } from "@/lib/funding/schema";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readListFile(bytes(text));
const HEAD = "URN,UKPRN,List name,Valid from,Valid to\n";
const GOOD = "900001,,Priority,2026-09-01,2027-08-31";
const ENTRY = {
  urn: "900001",
  ukprn: null,
  listName: "Priority",
  validFrom: "2026-09-01",
  validTo: "2027-08-31",
};

describe("a file that is right", () => {
  it.each([
    ["plain", `${HEAD}${GOOD}`],
    ["with a byte-order mark and Windows line ends", `\uFEFF${HEAD}${GOOD}\n`.replaceAll("\n", "\r\n")],
    ["with semicolons", `${HEAD}${GOOD}`.replaceAll(",", ";")],
    ["with tabs", `${HEAD}${GOOD}`.replaceAll(",", "\t")],
    ["with other cases and spaces in the headings", `urn , UkPrn,LIST  NAME,valid_from,Valid-To\n${GOOD}`],
    [
      "with its columns in another order",
      "Valid to,Valid from,List name,URN\n31/08/2027,01/09/2026,Priority,900001",
    ],
    ["with short days", `${HEAD}900001,,Priority,1/9/2026,31/8/2027`],
    ["with one column for both numbers", "URN or UKPRN,List,From,To\n900001,Priority,2026-09-01,2027-08-31"],
    ["with quotes and spaces", `${HEAD}" 900 001 ",," Priority ",2026-09-01 , 2027-08-31`],
    ["with empty lines and lines of commas only", `${HEAD}\n,,,,\n${GOOD}\n\n , ,,,\n`],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ entries: [ENTRY], problems: [], repeated: 0, notRead: [] });
  });

  it("takes trusts, entries without an end, and names with a separator or accent in them", () => {
    const { entries } = read(`${HEAD},10990001,"Schools, trusts; and 24–25",2026-09-01,\n`);
    expect(entries).toEqual([
      {
        urn: null,
        ukprn: "10990001",
        listName: "Schools, trusts; and 24–25",
        validFrom: "2026-09-01",
        validTo: null,
      },
    ]);
    expect(read("Number,List,From\n10990001,P,2026-09-01").entries[0]?.ukprn).toBe("10990001");
    expect(read(`${HEAD}900001,,Cafe\u0301,2026-09-01,`).entries[0]?.listName).toBe("Café");
  });

  it("reads what spreadsheets of Western Europe write", () => {
    const latin = Uint8Array.from([...bytes(`${HEAD}900001,,Caf`), 0xe9, ...bytes(",2026-09-01,")]);
    expect(readListFile(latin).entries[0]?.listName).toBe("Café");
    const dash = Uint8Array.from([...bytes(`${HEAD}900001,,26`), 0x96, ...bytes("27,2026-09-01,")]);
    expect(readListFile(dash).entries[0]?.listName).toBe("26–27");
  });

  it("counts once what is said twice, and names what it does not read", () => {
    const text = `School,URN,List name,Valid from\nA,900001,P,2026-09-01\nB,900001,P,01/09/2026\n`;
    expect(read(text)).toMatchObject({
      entries: [{ urn: "900001" }],
      repeated: 1,
      notRead: ["School"],
      problems: [],
    });
  });
});

/** A line, and what is said of it. */
const WRONG: [string, string][] = [
  [",,Priority,2026-09-01,", "The URN or UKPRN is missing"],
  ["900001,10990001,Priority,2026-09-01,", "There are two numbers"],
  ["90001,,Priority,2026-09-01,", "A URN has six digits, and “90001” has not"],
  ["9000011,,Priority,2026-09-01,", "A URN has six digits"],
  ["90000a,,Priority,2026-09-01,", "A URN has six digits"],
  ["٩٠٠٠٠١,,Priority,2026-09-01,", "A URN has six digits"],
  ["'=1+1,,Priority,2026-09-01,", "A URN has six digits"],
  [",900001,Priority,2026-09-01,", "A UKPRN has eight digits, and “900001” has not"],
  ["900001,,,2026-09-01,", "The name of the list is missing"],
  [`900001,,${"x".repeat(121)},2026-09-01,`, "The name of the list is longer than 120 characters"],
  ["900001,,Priority,,", "The first day is missing"],
  ["900001", "The name of the list is missing"],
  ["900001,,Priority,31/02/2026,", "“31/02/2026” is not a day"],
  ["900001,,Priority,2026-9-1,", "“2026-9-1” is not a day"],
  ["900001,,Priority,09/31/2026,", "“09/31/2026” is not a day"],
  ["900001,,Priority,01/09/26,", "“01/09/26” is not a day"],
  ["900001,,Priority,275760-01-01,", "“275760-01-01” is not a day"],
  ["900001,,Priority,2101-01-01,", "is not a day"],
  ["900001,,Priority,2026-09-01,soon", "“soon” is not a day"],
  ["900001,,Priority,2026-09-01,2026-08-31", "The last day is before the first"],
  ["900001,,Priority,2026-09-01,2027-08-31,more", "This line has 6 cells, and the headings are 5"],
];

describe("a wrong line", () => {
  it.each(WRONG)("%s", (line, words) => {
    const { entries, problems } = read(`${HEAD}${GOOD}\n${line}\n`);
    expect(entries).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(3);
    expect(problems[0]?.text).toContain(words);
  });

  it("is named with the line it has in the file, whatever is empty or broken over lines above it", () => {
    const { problems } = read(`${HEAD}\n\n900001,,"Two\nlines",2026-09-01,\nwrong,,Priority,2026-09-01,\n`);
    expect(problems.map(({ line }) => line)).toEqual([6]);
  });

  it("in the one column for both numbers", () => {
    expect(read("Number,List,From\n1234567,P,2026-09-01").problems[0]?.text).toContain("has neither");
  });
});

describe("a file that is none", () => {
  it.each([
    ["nothing", "", "The file is empty"],
    ["line ends", "\n\r\n\n", "The file is empty"],
    ["headings only", HEAD, "no lines under its headings"],
    ["no heading for the number", "List name,Valid from\nP,2026-09-01", "no heading “URN or UKPRN”"],
    ["no headings at all", `${GOOD}\n${GOOD}`, "no heading “URN or UKPRN”, and none “List name”"],
    ["a heading twice", "URN,URN,List name,Valid from\n", "is there twice"],
    ["a quotation mark left open", `${HEAD}"900001,,Priority,2026-09-01,\n`, "cannot be read from line"],
    ["an endless line", `${HEAD}${"x".repeat(11_000)}`, "cannot be read from line"],
    ["too many lines", `${HEAD}${`${GOOD}\n`.repeat(MOST_LINES + 1)}`, "more than 20,000 lines"],
  ])("%s", (_, text, words) => {
    expect(() => read(text)).toThrow(FieldProblem);
    expect(() => read(text)).toThrow(words);
  });

  it.each([
    ["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06]],
    ["a PDF", [...bytes("%PDF-1.7\n"), 0x00, 0x01, 0xe2]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]],
    ["UTF-16 without its mark", [...`${HEAD}${GOOD}`].flatMap((c) => [c.charCodeAt(0), 0])],
    ["a NUL", [...bytes(`${HEAD}900001,,Pri\0ority,2026-09-01,`)]],
  ])("%s, whatever its name says", (_, content) => {
    expect(() => readListFile(Uint8Array.from(content))).toThrow("This is not a CSV file");
  });

  it("UTF-16 with its mark is a text like any other: spreadsheets call it Unicode text", () => {
    const wide = Buffer.from(`\uFEFF${HEAD}${GOOD}`, "utf16le");
    expect(readListFile(new Uint8Array(wide))).toEqual(read(`${HEAD}${GOOD}`));
  });
});

describe("the other forms", () => {
  const rule = {
    formKey: "0d0f3b8e-4f0e-4b53-9b3f-0a6f0d5c1a11",
    seen: "new",
    name: "Funded places",
    explanation: "All of it",
    settings: "state",
    listName: "",
    validFrom: "2026-09-01",
    validTo: "",
  };
  const wrong = (part: object) => ruleForm.safeParse({ ...rule, ...part }).error?.issues[0]?.path[0];

  it("takes a rule with one setting or more, with and without a list and an end", () => {
    expect(ruleForm.parse(rule)).toMatchObject({ settings: ["state"], listName: null, validTo: null });
    expect(ruleForm.parse({ ...rule, settings: ["elsewhere", "state"] }).settings).toEqual([
      "state",
      "elsewhere",
    ]);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ settings: undefined }, "settings"],
    [{ settings: "international" }, "settings"],
    [{ settings: ["state", "nowhere"] }, "settings"],
    [{ validFrom: "" }, "validFrom"],
    [{ validFrom: "275760-01-01" }, "validFrom"],
    [{ validTo: "2026-08-31" }, "validTo"],
    [{ seen: "yes" }, "seen"],
  ])("refuses a rule with %j", (part, field) => {
    expect(wrong(part)).toBe(field);
  });

  it.each([
    ["https://partner.example.org/npqel?from=portal", true],
    ["http://partner.example.org", false],
    ["javascript:alert(1)", false],
    ["//partner.example.org", false],
    ["partner.example.org", false],
    ["", false],
    [`https://partner.example.org/${"x".repeat(300)}`, false],
  ])("a partner's address %s: %s", (url, good) => {
    const form = { formKey: rule.formKey, seen: "new", name: "Meridian", url };
    expect(partnerForm.safeParse(form).success).toBe(good);
  });
});
