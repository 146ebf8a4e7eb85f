import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cells } from "@/lib/csv";
import { csvStream } from "@/lib/csv";
import { xlsxStream } from "@/lib/xlsx";
import { elements, parseXml, textOf, unzipped } from "../support/workbook";

async function* one(...rows: Cells[]) {
  yield rows;
}
const columns = [{ heading: "Name" }, { heading: "When" }];
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
const sheetOf = async (...rows: Cells[]) => {
  const files = unzipSync(
    await bytesOf(await xlsxStream('A / list\'s "name" & <more>', columns, one(...rows))),
  );
  return {
    sheet: strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array()),
    workbook: strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()),
  };
};

describe("a workbook", () => {
  it("says what each cell is, and runs nothing", async () => {
    const { sheet, workbook } = await sheetOf(
      ["=1+1", { day: "2026-11-23" }],
      ["<&>\u0000\uD800_x0041_", { at: new Date("2026-07-01T08:30:00Z") }],
      [null, 7],
    );
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('<c t="inlineStr" s="2"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain('<c s="3"><v>46349</v></c>');
    // Half past nine in London's summer.
    expect(sheet).toContain(`<c s="4"><v>${46_204 + 9.5 / 24}</v></c>`);
    expect(sheet).toContain("&lt;&amp;&gt;\uFFFD_x005F_x0041_");
    expect(sheet).toContain('<row r="4"><c/><c><v>7</v></c></row>');
    expect(/sheet name="([^"]*)"/.exec(workbook)?.[1]).toMatch(/^[^\\/?*[\]:'"&<>]{1,31}$/);
  });
});

describe("read by another reader", () => {
  const TEXTS = [
    ...["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "0123456", "1E5", "1/2", "TRUE", "_x0041_", "<&>\"'", "]]>"],
    ...[
      "\u0000\u001B[2J",
      "\uD800",
      "\uFFFE",
      " before and after ",
      "two\nlines",
      "x".repeat(40_000),
      "😀 Zoë",
    ],
  ];
  const files = async () =>
    unzipped(
      await bytesOf(
        await xlsxStream(
          'A / list\'s "name" & <more> that is longer than thirty-one',
          columns,
          one(
            ...TEXTS.map((text): Cells => [text, { day: "2026-11-23" }]),
            [null, undefined],
            [Number.NaN, 1.5],
            ["", { at: new Date("2026-01-05T08:30:00Z") }],
          ),
        ),
      ),
    );

  it("every part is well-formed, has a content type, and every relationship leads to one", async () => {
    const parts = await files();
    const roots = new Map([...parts].map(([name, text]) => [name, parseXml(text)]));
    const types = roots.get("[Content_Types].xml") ?? parseXml("");
    const overrides = elements(types, "Override").map(({ attributes }) => attributes.PartName?.slice(1));
    const defaults = elements(types, "Default").map(({ attributes }) => attributes.Extension ?? "");
    for (const name of parts.keys())
      expect(
        name === "[Content_Types].xml" ||
          overrides.includes(name) ||
          defaults.some((extension) => name.endsWith(`.${extension}`)),
        name,
      ).toBe(true);
    expect(overrides.every((name) => name && parts.has(name))).toBe(true);
    for (const [name, folder] of [
      ["_rels/.rels", ""],
      ["xl/_rels/workbook.xml.rels", "xl/"],
    ] as const) {
      const targets = elements(roots.get(name) ?? parseXml(""), "Relationship");
      expect(targets.length).toBeGreaterThan(0);
      for (const { attributes } of targets) expect(parts.has(folder + attributes.Target), name).toBe(true);
    }
    const [sheet] = elements(roots.get("xl/workbook.xml") ?? parseXml(""), "sheet");
    const ids = elements(roots.get("xl/_rels/workbook.xml.rels") ?? parseXml(""), "Relationship");
    expect(ids.map(({ attributes }) => attributes.Id)).toContain(sheet?.attributes["r:id"]);
    expect(sheet?.attributes.name?.length).toBeLessThanOrEqual(31);
  });

  it("every text is the text it was, short of what no cell can hold; nothing is a formula; styles are there", async () => {
    const parts = await files();
    const sheet = parseXml(parts.get("xl/worksheets/sheet1.xml") ?? "");
    expect(elements(sheet, "f")).toEqual([]);
    const rows = elements(sheet, "row");
    expect(rows.map(({ attributes }) => Number(attributes.r))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.every((row) => elements(row, "c").length === columns.length)).toBe(true);
    const shown = rows.slice(1, 1 + TEXTS.length).map((row) => {
      const [first] = elements(row, "c");
      expect(first?.attributes.t).toBe("inlineStr");
      return first ? textOf(first).replaceAll("_x005F_", "_") : "";
    });
    expect(shown).toEqual(
      TEXTS.map((text) =>
        text
          .slice(0, 32_767)
          .toWellFormed()
          .replace(/[^\P{Cc}\t\n\r]|\uFFFE/gu, ""),
      ),
    );
    const formats = elements(
      elements(parseXml(parts.get("xl/styles.xml") ?? ""), "cellXfs")[0] ?? sheet,
      "xf",
    );
    const used = elements(sheet, "c").map(({ attributes }) => Number(attributes.s ?? 0));
    expect(Math.max(...used)).toBeLessThan(formats.length);
    expect(elements(sheet, "col")).toHaveLength(columns.length);
    // The order that the format asks for.
    const names = sheet.children.flatMap((child) => (typeof child === "string" ? [] : child.name));
    expect(names).toEqual(["sheetViews", "cols", "sheetData"]);
  });

  it("refuses what is damaged or not well-formed, so that the two tests above can fail", async () => {
    const bytes = await bytesOf(await xlsxStream("A", columns, one(["a", 1])));
    const damaged = bytes.with(80, (bytes[80] ?? 0) ^ 1);
    expect(() => unzipped(damaged)).toThrow();
    expect(() => unzipped(bytes.slice(0, -1))).toThrow();
    const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
    for (const wrong of [
      "<a>",
      "<a></b>",
      "<a>&nbsp;</a>",
      "<a>&</a>",
      "<a b=1/>",
      "<a/><b/>",
      '<a b="<"/>',
      "<a>\u0001</a>",
    ])
      expect(() => parseXml(head + wrong), wrong).toThrow();
    expect(parseXml(`${head}<a b="&quot;">x &amp; y</a>`).children).toEqual(["x & y"]);
  });
});

describe("a long list", () => {
  const PARTS = 400;
  /** Parts of 100 rows that compress badly, and how many of them were asked for. */
  function source() {
    const asked = { parts: 0, closed: false };
    async function* parts(): AsyncGenerator<Cells[]> {
      try {
        for (let part = 0; part < PARTS; part++) {
          asked.parts++;
          yield Array.from({ length: 100 }, (_, row) => [crypto.randomUUID() + crypto.randomUUID(), row]);
        }
      } finally {
        asked.closed = true;
      }
    }
    return { asked, parts: parts() };
  }

  it.each([
    ["CSV", async (parts: AsyncIterator<Cells[]>) => csvStream(["Name", "When"], parts)],
    ["workbook", async (parts: AsyncIterator<Cells[]>) => xlsxStream("Long", columns, parts)],
  ])("is read as its %s is taken, and no further than it was taken", async (_, made) => {
    const { asked, parts } = source();
    const reader = (await made(parts)).getReader();
    let bytes = 0;
    while (bytes < 100_000) bytes += (await reader.read()).value?.length ?? Number.NaN;
    expect(asked.parts).toBeLessThan(PARTS / 2);
    await reader.cancel();
    expect(asked).toMatchObject({ closed: true });
  });

  it("comes whole when it is taken whole", async () => {
    const { parts } = source();
    const files = unzipSync(await bytesOf(await xlsxStream("Long", columns, parts)));
    expect(strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array()).match(/<row /g)).toHaveLength(
      PARTS * 100 + 1,
    );
  });
});
