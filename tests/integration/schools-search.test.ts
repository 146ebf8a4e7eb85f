import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { TooMany } from "@/lib/errors";
import { importSchools, tidyRegister } from "@/lib/schools/import";
import { lookUpWorkplaces, searchWorkplaces, workplaceByCode } from "@/lib/schools/queries";
import { actor } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { type Cells, FAIRLEA, inPieces, largeRegister, registerText } from "../support/register-file";

const AT = new Date("2026-11-23T09:00:00Z");
const SCHOOLS: Cells[] = [
  FAIRLEA,
  {
    URN: "900102",
    EstablishmentName: "St Mary's CofE Primary School",
    Town: "Weir End",
    Postcode: "ZZ9 9AB",
  },
  {
    URN: "900103",
    EstablishmentName: "St. Marys Catholic School",
    Town: "Northfell",
    "PhaseOfEducation (name)": "Not applicable",
  },
  { URN: "900104", EstablishmentName: "École Étoile", Town: "Fairlea" },
  { URN: "900105", EstablishmentName: "Old St Mary's School", "EstablishmentStatus (code)": "2" },
  {
    URN: "900106",
    EstablishmentName: "Stockwell-Heath High School",
    "Trusts (code)": "9001",
    "Trusts (name)": "Saint Mary’s Trust",
  },
  {
    URN: "900107",
    EstablishmentName: "Copper Hill Academy",
    "Trusts (code)": "9001",
    "Trusts (name)": "Saint Mary’s Trust",
  },
  {
    URN: "900108",
    EstablishmentName: "Mosswood",
    "Trusts (code)": "9002",
    "Trusts (name)": "Closed Trust",
    "EstablishmentStatus (code)": "2",
  },
  { URN: "900109", EstablishmentName: "The Fairlea Hill Infant & Nursery School", Town: "Northfell" },
].map((cells) => ({ ...FAIRLEA, ...cells }));

const find = async (typed: string) => (await searchWorkplaces(typed)).workplaces.map(({ code }) => code);

beforeAll(async () => {
  await freshDatabase();
  await importSchools(
    { fileName: "a.csv", chunks: inPieces(registerText(SCHOOLS).replaceAll("’", "\u0092")) },
    AT,
  );
});

describe("searching for a school or trust", () => {
  it.each([
    ["st marys", ["9001", "900103", "900102"]],
    ["St Mary's", ["9001", "900103", "900102"]],
    ["SAINT MARY’S", ["9001", "900103", "900102"]],
    ["Saint Mary’s C of E", ["900102"]],
    ["st marys ce", ["900102"]],
    ["st marys church of eng", ["900102"]],
    ["mary prim", ["900102"]],
    ["ecole", ["900104"]],
    ["étoi", ["900104"]],
    ["stock heath", ["900106"]],
    ["stockwell-heath", ["900106"]],
    ["infant and nursery", ["900109"]],
    ["900102", ["900102"]],
    ["zz9 9ab", ["900102"]],
    ["ZZ99AB", ["900102"]],
    ["weir end", ["900102"]],
    // Names that begin so, then the rest.
    ["fairlea", ["900101", "900107", "900104", "900106", "900109"]],
    ["9001", ["9001", "900107", "900101", "900102", "900103", "900106", "900109", "900104"]],
    // Closed ones are not offered, nor a trust of closed ones.
    ["900105", []],
    ["mosswood", []],
    ["closed trust", []],
    ["nowhere", []],
    ["o", []],
    ["'); DROP TABLE", []],
    ["!! | ( :*", []],
  ])("%s", async (typed, codes) => {
    const found = await find(typed);
    expect(found.toSorted()).toEqual([...codes].sort());
    expect(found[0]).toBe(codes[0]);
  });

  it("shows what tells places apart, and says when there are more", async () => {
    const { workplaces, more } = await searchWorkplaces("st marys", 2);
    expect(workplaces).toEqual([
      {
        kind: "trust",
        code: "9001",
        name: "Saint Mary’s Trust",
        town: "",
        postcode: "",
        detail: "Trust, 2 schools",
      },
      {
        kind: "school",
        code: "900102",
        name: "St Mary's CofE Primary School",
        town: "Weir End",
        postcode: "ZZ9 9AB",
        detail: "Primary · Stanner Vale",
      },
    ]);
    expect(more).toBe(true);
    expect((await searchWorkplaces("st marys", 3)).more).toBe(false);
  });

  it("finds a place by its code, closed ones too", async () => {
    expect(await workplaceByCode("school", "900103")).toMatchObject({ detail: "Stanner Vale", open: true });
    expect(await workplaceByCode("school", "900105")).toMatchObject({
      name: "Old St Mary's School",
      open: false,
    });
    expect(await workplaceByCode("trust", "9001")).toMatchObject({ name: "Saint Mary’s Trust", open: true });
    for (const code of ["900199", "9001", "", "x".repeat(20)])
      expect(await workplaceByCode("school", code)).toBeNull();
    expect(await workplaceByCode("trust", "900103")).toBeNull();
  });

  it("is limited for one person, and not for another", async () => {
    const [one, other] = [
      await actor({ name: "Bashir Noor", email: "bashir.noor@example.org" }),
      await actor({ name: "Elena Marsh", email: "elena.marsh@example.org" }),
    ];
    for (let i = 0; i < 400; i++) await lookUpWorkplaces(one, "no", AT);
    await expect(lookUpWorkplaces(one, "ecole", AT)).rejects.toBeInstanceOf(TooMany);
    expect((await lookUpWorkplaces(other, "ecole", AT)).workplaces).toHaveLength(1);
  });
});

describe("among 52,000 schools", () => {
  it("a search uses the index of words", { timeout: 120_000 }, async () => {
    const chunks = Readable.from(largeRegister(52_000));
    const { added } = await importSchools({ fileName: "large.csv", chunks }, AT);
    expect(added).toBe(52_000);
    await tidyRegister();
    for (const words of ["saint:* & marys:*", "school:*", "st:*"]) {
      const plan = await db.$queryRaw<Record<string, string>[]>`
        EXPLAIN SELECT "urn" FROM "School"
        WHERE "open" AND to_tsvector('simple', "searchText") @@ to_tsquery('simple', ${words})`;
      const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
      expect(text).toContain('Bitmap Index Scan on "School_words"');
    }
    const { workplaces, more } = await searchWorkplaces("saint etienne");
    expect(workplaces).toHaveLength(20);
    expect(more).toBe(true);
    expect(workplaces.every(({ name }) => name.includes("Saint Étienne’s"))).toBe(true);
    expect(await find("100500")).toEqual(["100500"]);
  });
});
