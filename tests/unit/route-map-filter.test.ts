import { describe, expect, it } from "vitest";
import { csvFile, downloadHeaders } from "@/lib/csv";
import { filtered, filterFrom, filterInWords, filterQuery } from "@/lib/route-map/filter";
import { routeMapTable } from "@/lib/route-map/table";

const items = [
  { module: null, mode: "facilitated" as const },
  { module: 1, mode: "self_directed" as const },
  { module: 2, mode: "facilitated" as const },
  { module: 2, mode: null },
];

describe("a route map by module and mode", () => {
  it("shows everything without a filter, and where the address asks for nonsense", () => {
    for (const asked of [{}, { module: "9", mode: "x" }, { module: ["1", "2"] }, { mode: "__proto__" }])
      expect(filtered(items, filterFrom(asked))).toEqual(items);
  });

  it("by module, by what runs across, by mode, by both", () => {
    expect(filtered(items, filterFrom({ module: "2" }))).toEqual([items[2], items[3]]);
    expect(filtered(items, filterFrom({ module: "across" }))).toEqual([items[0]]);
    expect(filtered(items, filterFrom({ mode: "facilitated" }))).toEqual([items[0], items[2]]);
    expect(filtered(items, filterFrom({ module: "1", mode: "facilitated" }))).toEqual([]);
  });

  it("says what is shown, and writes it into addresses", () => {
    expect(filterInWords(filterFrom({}))).toBeNull();
    expect(filterInWords(filterFrom({ module: "2", mode: "facilitated" }))).toBe("Module 2, facilitated");
    expect(filterInWords(filterFrom({ mode: "self_directed" }))).toBe("Self-directed study on UCL eXtend");
    expect(filterInWords(filterFrom({ module: "1", mode: "self_directed" }))).toBe(
      "Module 1, self-directed study on UCL eXtend",
    );
    expect(filterQuery(undefined, filterFrom({}))).toBe("");
    expect(filterQuery("spring-2027", filterFrom({ module: "2" }))).toBe("?cohort=spring-2027&module=2");
  });
});

describe("a file for a spreadsheet", () => {
  it("quotes what has to be, ends lines as they are expected, and runs nothing", () => {
    const file = csvFile([
      ["a", 'say "hi"', "x,y", null, 4],
      ["=1+1", "+44", "-2", "@x", "\tx", "line\nbreak"],
    ]);
    expect(file).toBe(`\uFEFFa,"say ""hi""","x,y",,4\r\n'=1+1,'+44,'-2,'@x,'\tx,"line\nbreak"\r\n`);
    expect(csvFile([[-2]])).toBe("\uFEFF-2\r\n");
  });

  it("has a name that starts no header of its own", () => {
    const headers = downloadHeaders('a"b\r\nX: y.csv', "text/csv");
    expect(headers["Content-Disposition"]).toBe('attachment; filename="a-b-X-y.csv"');
  });

  it("has a row for each item of the route map, under headings", () => {
    const item = {
      number: 1,
      module: 2,
      kind: "induction" as const,
      title: "=HYPERLINK(1)",
      minutes: 180,
      id: null,
    };
    const dates = { opensOn: "2027-05-01", closesOn: "2027-05-31", counts: true, note: null };
    const programme = {
      id: "p",
      slug: "npqel",
      shortName: "NPQEL",
      title: "Executive Leadership",
      durationMonths: 18,
    };
    const map = { programme, cohort: null, startsOn: "2027-05-01", cohorts: [] };
    const table = routeMapTable({ ...map, items: [{ ...item, ...dates, mode: "facilitated" }] });
    expect(table).toHaveLength(2);
    expect(table[0]).toHaveLength(table[1]?.length ?? 0);
    expect(csvFile(table)).toContain("1,2,'=HYPERLINK(1),Facilitated,180,2027-05-01,2027-05-31,yes,");
  });
});
