import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { WrongState } from "@/lib/errors";
import { importSchools } from "@/lib/schools/import";
import { freshDatabase } from "../support/database";
import { type Cells, FAIRLEA, inPieces, registerText } from "../support/register-file";
import { HEADINGS } from "../support/register-headings";

const AT = new Date("2026-11-23T09:00:00Z");
const row = (cells: Cells): Cells => ({ ...FAIRLEA, ...cells });
const NORTH = row({ URN: "900102", EstablishmentName: "Northfell High School" });

const bring = (text: string, encoding?: BufferEncoding) =>
  importSchools({ fileName: "edubasealldata20261123.csv", chunks: inPieces(text, encoding) }, AT);
const bringRows = (...rows: Cells[]) => bring(registerText(rows));
const names = async () =>
  (await db.school.findMany({ orderBy: { urn: "asc" } })).map(
    ({ urn, name, open }) => `${urn} ${name} ${open}`,
  );

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  await db.school.deleteMany();
  await db.trust.deleteMany();
  await db.schoolImport.deleteMany();
});

describe("a file of the register", () => {
  it("adds, changes and closes by URN, leaves the rest, and keeps an account of it", async () => {
    expect(await bringRows(FAIRLEA, NORTH)).toEqual({
      rowCount: 2,
      trusts: 0,
      added: 2,
      changed: 0,
      closed: 0,
      notInFile: 0,
    });
    const closed = row({ "EstablishmentStatus (code)": "2", CloseDate: "31-08-2026" });
    const renamed = row({ URN: "900103", EstablishmentName: "Weir End School" });
    expect(await bringRows(closed, renamed)).toMatchObject({ added: 1, changed: 1, closed: 1, notInFile: 1 });
    expect(await names()).toEqual([
      "900101 Fairlea Park Primary School false",
      "900102 Northfell High School true",
      "900103 Weir End School true",
    ]);
    const fairlea = await db.school.findUniqueOrThrow({ where: { urn: "900101" } });
    expect(fairlea).toMatchObject({
      town: "Fairlea",
      postcode: "ZZ1 2AB",
      phase: "Primary",
      kind: "Community school",
      localAuthority: "Stanner Vale",
      region: "North Reach",
      ukprn: "19900101",
      closedOn: new Date("2026-08-31"),
    });
    const imports = await db.schoolImport.findMany({ orderBy: { id: "asc" } });
    expect(imports).toMatchObject([
      {
        fileName: "edubasealldata20261123.csv",
        rowCount: 2,
        added: 2,
        changed: 0,
        closed: 0,
        finishedAt: AT,
      },
      { rowCount: 2, added: 1, changed: 1, closed: 1 },
    ]);
    const audited = await db.auditEntry.findMany({ where: { action: "schools.imported" } });
    expect(audited.map(({ subjectId }) => subjectId)).toEqual(imports.map(({ id }) => id));
    expect(await bringRows(closed, renamed)).toMatchObject({ added: 0, changed: 0, closed: 0, notInFile: 1 });
  });

  it.each([
    ["1", "Open", true],
    ["3", "Open, but proposed to close", true],
    ["2", "Closed", false],
    ["4", "Proposed to open", false],
  ])("status %s, %s: open is %s", async (code, name, open) => {
    await bringRows(row({ "EstablishmentStatus (code)": code, "EstablishmentStatus (name)": name }));
    expect((await db.school.findFirstOrThrow()).open).toBe(open);
  });

  it("takes trusts from their columns, and closes a trust whose last open school leaves it", async () => {
    const inTrust = { "Trusts (code)": "9001", "Trusts (name)": "Mosswood Vale Trust" };
    const other = { URN: "900102", "Trusts (code)": "9002", "Trusts (name)": "Long Reach Trust" };
    expect(await bringRows(row(inTrust), row(other))).toMatchObject({ trusts: 2 });
    await bringRows(
      row({ ...inTrust, "Trusts (name)": "Mosswood Learning Trust" }),
      row({ ...other, "EstablishmentStatus (code)": "2", CloseDate: "31-08-2026" }),
    );
    expect(await db.trust.findMany({ orderBy: { code: "asc" } })).toMatchObject([
      {
        code: "9001",
        name: "Mosswood Learning Trust",
        open: true,
        searchText: "mosswood learning trust 9001",
      },
      { code: "9002", name: "Long Reach Trust", open: false },
    ]);
  });

  it("reads Windows-1252, quotation marks, commas and line breaks in cells; or UTF-8 that says so", async () => {
    const name = 'Saint Étienne’s "Old", School';
    const text = registerText([
      row({ EstablishmentName: 'Saint Étienne\u0092s "Old",\r\nSchool', PropsName: "One\r\nTwo" }),
    ]);
    await bring(text);
    expect((await db.school.findFirstOrThrow()).name).toBe(name);
    await db.school.deleteMany();
    await bring(`\uFEFF${registerText([row({ EstablishmentName: name })])}`, "utf8");
    expect((await db.school.findFirstOrThrow()).name).toBe(name);
  });

  it("goes by the headings' names: columns may be moved, left out or added", async () => {
    const headings = ["Something new", ...HEADINGS.filter((name) => name !== "SEN13 (name)")].reverse();
    await bring(registerText([FAIRLEA], headings));
    expect(await names()).toEqual(["900101 Fairlea Park Primary School true"]);
  });

  it("is imported once when two begin at the same moment", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    async function* slowly() {
      yield* inPieces(registerText([FAIRLEA]));
      await held;
    }
    const first = importSchools({ fileName: "a.csv", chunks: slowly() }, AT);
    try {
      // The server's other databases belong to tests that run meanwhile.
      const locks = () => db.$queryRaw`SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted`;
      await expect.poll(locks, { timeout: 15_000 }).toHaveLength(1);
      await expect(bringRows(NORTH)).rejects.toThrow(/Another import of schools is running/);
    } finally {
      letGo();
    }
    await expect(first).resolves.toMatchObject({ added: 1 });
    await expect(bringRows(NORTH)).resolves.toMatchObject({ added: 1 });
  });
});

describe("a file that is not right changes nothing and says which line", () => {
  const good = registerText([FAIRLEA, NORTH]);
  const text = (cells: Cells) =>
    registerText([row({ EstablishmentName: "Renamed" }), row({ URN: "900103", ...cells })]);
  const lastCell = good.slice(0, good.lastIndexOf(",")).lastIndexOf(",");
  it.each<[string, string, RegExp]>([
    ["a URN of five digits", text({ URN: "90010" }), /^Line 3: “90010” is not a URN/],
    ["a URN that is none", text({ URN: "see below" }), /^Line 3: “see below” is not a URN/],
    ["a URN twice", text({ URN: "900101" }), /^Line 3: URN 900101 is there already, on line 2/],
    ["no name", text({ EstablishmentName: " " }), /^Line 3: the school has no name/],
    [
      "a name without end",
      text({ EstablishmentName: "x".repeat(201) }),
      /^Line 3: “EstablishmentName” has more than 200/,
    ],
    ["no status", text({ "EstablishmentStatus (code)": "" }), /^Line 3: “” is not the code of a status/],
    ["no day", text({ CloseDate: "31-02-2026" }), /^Line 3: the closing date “31-02-2026” is not a day/],
    ["a trust without a name", text({ "Trusts (code)": "9001" }), /^Line 3: the trust 9001 has no name/],
    [
      "a line after a cell of several lines",
      registerText([row({ Street: "A\r\nB\r\nC" }), row({ URN: "x" })]),
      /^Line 5: “x” is not/,
    ],
    [
      "a column too few",
      good.replace(/,[^,]*\r\n$/, "\r\n"),
      /^Line 3: it has 138 columns where the first line has 139/,
    ],
    ["a column too many", good.replace(/\r\n$/, ",more\r\n"), /^Line 3: it has 140 columns/],
    ["cut short in a row", good.slice(0, lastCell - 40), /^Line 3: it has \d+ columns .* cut short/],
    ["cut short in quotation marks", `${good}900104,"Weir`, /^Line 4: the file ends inside quotation marks/],
    ["a quotation mark in the wrong place", `${good}900104,We"ir,x\r\n`, /^Line 4: a quotation mark stands/],
    [
      "a quotation mark never closed, long before the end",
      `${good}900104,"Weir\r\n${"900105,x\r\n".repeat(12_000)}`,
      /^Line 4: the record that begins here does not end/,
    ],
    [
      "a heading missing",
      registerText(
        [FAIRLEA],
        HEADINGS.filter((name) => name !== "Town"),
      ),
      /^Line 1: the column “Town” is missing/,
    ],
    [
      "a heading twice",
      registerText([FAIRLEA], [...HEADINGS, "Town"]),
      /^Line 1: the column “Town” is there twice/,
    ],
    ["another file", "name,address\r\nA,B\r\n", /^Line 1: the columns “URN”, .* are missing/],
    ["only headings", registerText([]), /^The file has its headings but no schools/],
    ["nothing at all", "", /^The file is empty/],
  ])("%s", async (_, broken, message) => {
    await bringRows(FAIRLEA);
    const failure = await bring(broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WrongState);
    expect((failure as Error).message).toMatch(message);
    expect(await names()).toEqual(["900101 Fairlea Park Primary School true"]);
    expect(await db.schoolImport.count()).toBe(1);
  });

  it("a file that cannot be read to its end changes nothing either", async () => {
    async function* failing() {
      yield* inPieces(registerText([FAIRLEA]));
      throw new Error("the disk is gone");
    }
    await expect(importSchools({ fileName: "a.csv", chunks: failing() }, AT)).rejects.toThrow(
      "the disk is gone",
    );
    expect(await names()).toEqual([]);
  });
});
