import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cells } from "@/lib/csv";
import { csvStream } from "@/lib/csv";
import { xlsxStream } from "@/lib/xlsx";

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
