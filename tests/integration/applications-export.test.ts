import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsList } from "@/lib/applications/export";
import { COLUMNS } from "@/lib/applications/export-columns";
import { applicationQueue } from "@/lib/applications/queue";
import { type QueueFilters, queueFilters } from "@/lib/applications/schema-queue";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { NotFound, TooMany } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  daysLater,
  MONDAY,
} from "../support/admissions";
import { actor } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { csvOf, fileOf } from "../support/lists";

let at: Admissions;
let first: Candidate;
let second: Candidate;

const HEADINGS = COLUMNS.map(({ heading }) => heading);
const view = (filters: Record<string, string> = {}): QueueFilters => queueFilters.parse(filters);
type Query = Record<string, string>;
const named = { name: "applications" };
const read = (who: Actor, query: Query = {}) => csvOf(applicationsList, who, query, MONDAY, named);
const workbook = (who: Actor) => fileOf(applicationsList, who, {}, MONDAY, { ...named, format: "xlsx" });
/** The file's rows by heading; no cell of these has a line break in it. */
async function rowsOf(who: Actor, query: Query = {}): Promise<Record<string, string>[]> {
  const [head = "", ...lines] = (await read(who, query))
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  expect(head.split(",")).toEqual(HEADINGS);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, i) => [HEADINGS[i] ?? "", cell])));
}
const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = ""]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

beforeAll(async () => {
  await freshDatabase();
  at = await admissions();
  first = await candidateIn("submitted", at);
  second = await candidateIn("offered", at, { at: daysLater(1) });
  await candidateIn("draft", at);
  await db.application.update({
    where: { id: first.id },
    data: {
      fullName: '=HYPERLINK("http://example.org","x")',
      workplace: "+441632960001",
      jobTitle: "@SUM(1,2)",
      workplaceTown: "-2+3",
      trn: "0012345",
    },
  });
});

describe("the queue as CSV", () => {
  it("is the view's applications in its order, with nothing that a spreadsheet would run", async () => {
    const rows = await rowsOf(at.ruth);
    expect(rows.map(({ Reference }) => Reference)).toEqual([first.reference, second.reference]);
    expect(rows[0]).toMatchObject({
      Name: `'=HYPERLINK("http://example.org","x")`,
      Workplace: "'+441632960001",
      "Job title": "'@SUM(1,2)",
      Town: "'-2+3",
      TRN: "0012345",
      "E-mail": first.actor.email,
      Cohort: "NPQEL Spring 2027",
      State: "sent",
      Sent: "2026-11-23",
      "Who pays": "School or trust",
      "Offer to be answered by": "",
      Reviews: "0",
      "Mean score": "",
      "Registered with DfE since": "",
    });
    expect(rows[1]).toMatchObject({ State: "place offered", "Offer to be answered by": "2026-12-08" });
  });

  it.each<[string, Record<string, string>]>([
    ["a state", { state: "offered" }],
    ["everything", { state: "all" }],
    ["by name, from Z", { sort: "name_down" }],
    ["by score", { sort: "score" }],
    ["what was typed", { q: "hyperlink" }],
    ["nothing", { q: "nobody of that name" }],
    ["those that wait for an applicant", { on: "applicant" }],
    ["page 2, which there is not", { page: "2" }],
  ])("is what the page shows: %s", async (_, filters) => {
    const shown = await applicationQueue(at.ruth, view(filters), MONDAY);
    const rows = await rowsOf(at.ruth, filters);
    expect(rows.map(({ Reference }) => Reference)).toEqual(shown.rows.map(({ reference }) => reference));
  });

  it("is written down: who, which view, how many, without what was searched for", async () => {
    await read(at.ruth, { q: "hyperlink", cohort: at.cohortId, state: "all", page: "2" });
    const row = await db.auditEntry.findFirstOrThrow({
      where: { action: "applications.exported" },
      orderBy: { id: "desc" },
    });
    expect(row).toMatchObject({ actorId: at.ruth.userId, cohortId: at.cohortId, subjectId: "csv" });
    expect(row.after).toEqual({ cohort: at.cohortId, state: "all", searched: true, rows: 1 });
  });

  it("is for those who decide applications, each their own cohorts", async () => {
    const nobody = await actor({ name: "Nobody Much", email: "nobody.much@example.org" });
    for (const who of [at.priya, nobody]) {
      await expect(read(who)).rejects.toBeInstanceOf(NotFound);
      await expect(workbook(who)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await rowsOf(at.owen, { state: "all" })).toEqual([]);
    expect(await rowsOf(at.owen, { cohort: at.cohortId })).toEqual([]);
    const [audited] = await db.auditEntry.findMany({
      where: { actorId: at.owen.userId },
      orderBy: { id: "desc" },
    });
    expect(audited).toMatchObject({ cohortId: null, after: { rows: 0 } });
  });

  it("comes in parts when it is long, none twice and none left out", async () => {
    const { id: cohortId } = await db.cohort.findFirstOrThrow({ where: { slug: "spring-2028" } });
    const {
      userId: _u,
      id: _i,
      reference: _r,
      ...like
    } = await db.application.findUniqueOrThrow({
      where: { id: first.id },
      omit: { cohortId: true },
    });
    const people = Array.from({ length: 1_203 }, (_, i) => ({
      name: `Reader ${i}`,
      email: `reader.${i}@example.org`,
      createdAt: MONDAY,
    }));
    const users = await db.user.createManyAndReturn({ data: people, select: { id: true } });
    await db.application.createMany({
      data: users.map(({ id: userId }, i) => ({
        ...like,
        userId,
        cohortId,
        reference: `NPQEL-T${String(i).padStart(5, "0")}`,
      })),
    });
    const rows = await rowsOf(at.owen);
    expect(rows).toHaveLength(1_203);
    expect(new Set(rows.map(({ Reference }) => Reference)).size).toBe(1_203);
  });
});

describe("the queue as a workbook", () => {
  it("has its cells as texts, numbers and days, and no formula", async () => {
    const files = unzipSync(await workbook(at.ruth));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f>");
    expect(sheet).not.toContain("<f ");
    const grid = [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<c(?: [^>]*?)?(?:\/>|>(.*?)<\/c>)/gs)].map(([, content = ""]) => {
        const typed = /<t [^>]*>(.*?)<\/t>/s.exec(content)?.[1];
        const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
        return typed ?? (value === undefined ? undefined : Number(value));
      }),
    );
    const cell = (heading: string) => grid[1]?.[HEADINGS.indexOf(heading)];
    expect(grid[0]).toEqual(HEADINGS);
    expect(cell("Name")).toBe('=HYPERLINK("http://example.org","x")');
    expect(cell("Workplace")).toBe("+441632960001");
    expect(cell("TRN")).toBe("0012345");
    // 23 November 2026, as Excel counts days.
    expect(cell("Sent")).toBe(46_349);
    expect(cell("Reviews")).toBe(0);
    expect(cell("Mean score")).toBeUndefined();
    expect(grid).toHaveLength(3);
    const [audit] = await db.auditEntry.findMany({ where: { subjectId: "xlsx" }, orderBy: { id: "desc" } });
    expect(audit).toMatchObject({ actorId: at.ruth.userId, after: { rows: 2 } });
  });

  it("is refused for a while to whoever takes out very many", async () => {
    const admin = at.admin;
    for (let i = 0; i < 60; i++) await read(admin, { q: "nobody of that name" });
    await expect(workbook(admin)).rejects.toBeInstanceOf(TooMany);
    await expect(read(at.ruth)).resolves.toBeDefined();
  });
});
