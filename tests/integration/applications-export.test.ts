import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { exportCsv, exportXlsx } from "@/lib/applications/export";
import { HEADINGS } from "@/lib/applications/export-columns";
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

let at: Admissions;
let first: Candidate;
let second: Candidate;

const view = (filters: Record<string, string> = {}): QueueFilters => queueFilters.parse(filters);
const read = async (who: Actor, filters = view()) =>
  new Response(await exportCsv(who, filters, MONDAY)).text();
/** The file's rows by heading; no cell of these has a line break in it. */
async function rowsOf(who: Actor, filters = view()): Promise<Record<string, string>[]> {
  const [head = "", ...lines] = (await read(who, filters))
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
    const rows = await rowsOf(at.ruth, view(filters));
    expect(rows.map(({ Reference }) => Reference)).toEqual(shown.rows.map(({ reference }) => reference));
  });

  it("is written down: who, which view, how many, without what was searched for", async () => {
    await read(at.ruth, view({ q: "hyperlink", cohort: at.cohortId, state: "all" }));
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
      await expect(exportCsv(who, view(), MONDAY)).rejects.toBeInstanceOf(NotFound);
      await expect(exportXlsx(who, view(), MONDAY)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await rowsOf(at.owen, view({ state: "all" }))).toEqual([]);
    expect(await rowsOf(at.owen, view({ cohort: at.cohortId }))).toEqual([]);
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
    const files = unzipSync(await exportXlsx(at.ruth, view(), MONDAY));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const strings = [
      ...strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array()).matchAll(
        /<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs,
      ),
    ].map(([, text = ""]) =>
      text.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&"),
    );
    expect(sheet).not.toContain("<f>");
    expect(sheet).not.toContain("<f ");
    const cell = (address: string) => {
      const [, attributes = "", content = ""] =
        new RegExp(`<c r="${address}"([^>]*?)(?:/>|>(.*?)</c>)`, "s").exec(sheet) ?? [];
      const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
      return /t="s"/.test(attributes)
        ? strings[Number(value)]
        : value === undefined
          ? undefined
          : Number(value);
    };
    const column = (heading: string) => String.fromCharCode(65 + HEADINGS.indexOf(heading));
    expect(HEADINGS.map((heading) => cell(`${column(heading)}1`))).toEqual(HEADINGS);
    expect(cell(`${column("Name")}2`)).toBe('=HYPERLINK("http://example.org","x")');
    expect(cell(`${column("Workplace")}2`)).toBe("+441632960001");
    expect(cell(`${column("TRN")}2`)).toBe("0012345");
    // 23 November 2026, as Excel counts days.
    expect(cell(`${column("Sent")}2`)).toBe(46_349);
    expect(cell(`${column("Reviews")}2`)).toBe(0);
    expect(cell(`${column("Mean score")}2`)).toBeUndefined();
    expect(sheet.match(/<row /g)).toHaveLength(3);
    const [audit] = await db.auditEntry.findMany({ where: { subjectId: "xlsx" }, orderBy: { id: "desc" } });
    expect(audit).toMatchObject({ actorId: at.ruth.userId, after: { rows: 2 } });
  });

  it("is refused for a while to whoever takes out very many", async () => {
    const admin = at.admin;
    for (let i = 0; i < 60; i++) await exportCsv(admin, view({ q: "nobody of that name" }), MONDAY);
    await expect(exportXlsx(admin, view(), MONDAY)).rejects.toBeInstanceOf(TooMany);
    await expect(exportCsv(at.ruth, view(), MONDAY)).resolves.toBeDefined();
  });
});
