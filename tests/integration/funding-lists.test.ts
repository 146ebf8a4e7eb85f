import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { eligibilityFacts } from "@/lib/eligibility/funding";
import { FieldProblem, NotFound, TooMany } from "@/lib/errors";
import { FILE_LIMIT } from "@/lib/funding/schema";
import { fundingOverview, uploadOf } from "@/lib/funding/staff-queries";
import { removeUpload, UPLOADS, uploadList } from "@/lib/funding/upload";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { NINE, succeeded } from "../support/signing-in";

/** Files of schools and trusts: taken whole or not at all, never twice, and taken away whole. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
beforeEach(async () => {
  await db.fundingUpload.deleteMany();
  await db.rateCount.deleteMany();
});
afterAll(disconnect);

const HEAD = "URN,List name,Valid from,Valid to";
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join("\r\n"));
const schools = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${from + index},Priority,2026-09-01,2027-08-31`);
const upload = (
  actor: Actor,
  bytes: Uint8Array,
  { formKey = randomUUID(), name = "list.csv", checkOnly = false } = {},
) => uploadList(actor, { formKey, file: { name, bytes }, checkOnly }, NINE);
const entries = () => db.fundingListEntry.count();
const onList = async (number: string, at = NINE) =>
  (await eligibilityFacts(world.programmeId, { number }, at)).listings.map(({ listName }) => listName);

describe("a file", () => {
  it("is taken: its schools are on the list on their days, and only its entries are kept", async () => {
    const formKey = randomUUID();
    const taken = await upload(world.ruth, csv(...schools(900001, 3)), {
      formKey,
      name: "C:\\lists\\priority.csv",
    });
    expect(taken).toEqual({ kind: "saved", id: formKey });
    expect(await onList("900002")).toEqual(["Priority"]);
    expect(await onList("900004")).toEqual([]);
    expect(await onList("900002", new Date("2027-08-31T22:59:00Z"))).toEqual(["Priority"]);
    expect(await onList("900002", new Date("2027-08-31T23:00:00Z"))).toEqual([]);
    expect(await uploadOf(world.owen, formKey)).toMatchObject({
      fileName: "priority.csv",
      entries: 3,
      lists: [{ name: "Priority", entries: 3 }],
    });
    expect((await fundingOverview(world.admin, NINE))?.lists).toEqual([
      { name: "Priority", today: 3, all: 3 },
    ]);
    const after = { entries: 3, there: 0, lists: ["Priority"] };
    expect(await db.auditEntry.findMany({ where: { subjectId: formKey } })).toMatchObject([
      { actorId: world.ruth.userId, action: "funding_list.uploaded", after },
    ]);
  });

  it("with one wrong line changes nothing and says which", async () => {
    const report = await upload(world.ruth, csv(...schools(900001, 3), "12345,Priority,2026-09-01,"));
    expect(report).toMatchObject({
      kind: "report",
      file: { problems: [{ line: 5 }], entries: { length: 3 } },
    });
    expect(await db.fundingUpload.count()).toBe(0);
    expect(await entries()).toBe(0);
  });

  it("that is only checked changes nothing", async () => {
    const report = await upload(world.ruth, csv(...schools(900001, 3)), { checkOnly: true });
    expect(report).toMatchObject({ kind: "report", file: { problems: [] } });
    expect(await entries()).toBe(0);
  });

  it("sent twice doubles nothing, by form, by content, or by two people at once", async () => {
    const formKey = randomUUID();
    const file = csv(...schools(900001, 5));
    expect(await succeeded(Array.from({ length: 3 }, () => upload(world.ruth, file, { formKey })))).toBe(3);
    expect(await entries()).toBe(5);
    await expect(upload(world.owen, file)).rejects.toThrow("on the lists already");
    const longer = csv(...schools(900001, 8));
    const both = await Promise.allSettled([upload(world.ruth, longer), upload(world.owen, longer)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await entries()).toBe(8);
    expect((await db.fundingUpload.findMany()).map(({ entryCount }) => entryCount).sort()).toEqual([3, 5]);
    expect(await db.auditEntry.count({ where: { subjectId: formKey } })).toBe(1);
  });

  it("of twenty thousand lines is taken", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${100_000 + index},P,2026-09-01,`);
    await upload(world.ruth, csv(...lines));
    expect(await entries()).toBe(20_000);
  });

  it("is refused when there is none, when it is empty or too large, and when there are very many", async () => {
    const none = uploadList(world.ruth, { formKey: randomUUID(), file: null, checkOnly: false }, NINE);
    await expect(none).rejects.toThrow(FieldProblem);
    await expect(upload(world.ruth, new Uint8Array())).rejects.toThrow(FieldProblem);
    await expect(upload(world.ruth, new Uint8Array(FILE_LIMIT + 1))).rejects.toThrow("larger than 900 kB");
    await db.rateCount.updateMany({ data: { count: UPLOADS.max } });
    await expect(upload(world.ruth, csv(...schools(900001, 1)))).rejects.toThrow(TooMany);
  });

  it("has a name that can be kept, whatever it was called", async () => {
    const names = ["\0.csv", "", "../../etc/passwd", `${"x".repeat(300)}.csv`, "a\r\nb.csv", "\ud800.csv"];
    for (const [index, name] of names.entries())
      await upload(world.ruth, csv(...schools(910_000 + index, 1)), { name });
    const kept = (await db.fundingUpload.findMany({ orderBy: { uploadedAt: "asc" } })).map(
      (each) => each.fileName,
    );
    expect(kept).toHaveLength(names.length);
    expect(kept.every((name) => name.length > 0 && name.length <= 200 && !/[/\\\r\n]/.test(name))).toBe(true);
  });
});

describe("taking a file away", () => {
  it("takes all of it, once, and nothing of another", async () => {
    const formKey = randomUUID();
    await upload(world.ruth, csv(...schools(900001, 3)), { formKey });
    await upload(world.owen, csv(...schools(900003, 3)));
    const clicks = Array.from({ length: 3 }, () => removeUpload(world.admin, formKey, NINE));
    expect(await succeeded(clicks)).toBe(3);
    expect(await onList("900001")).toEqual([]);
    expect(await onList("900004")).toEqual(["Priority"]);
    const audit = await db.auditEntry.findMany({ where: { subjectId: formKey }, orderBy: { id: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["funding_list.uploaded", "funding_list.removed"]);
    expect(audit[1]?.before).toEqual({ entries: 3 });
  });
});

it("belongs to managers and administrators", async () => {
  const formKey = randomUUID();
  await upload(world.ruth, csv(...schools(900001, 3)), { formKey });
  await expect(upload(world.priya, csv(...schools(900009, 1)))).rejects.toThrow(NotFound);
  // Refused before anything is read.
  await expect(upload(world.priya, new Uint8Array())).rejects.toThrow(NotFound);
  await expect(removeUpload(world.priya, formKey, NINE)).rejects.toThrow(NotFound);
  await expect(removeUpload(world.ruth, "x", NINE)).rejects.toThrow(NotFound);
  expect(await uploadOf(world.priya, formKey)).toBeNull();
  expect(await uploadOf(world.ruth, randomUUID())).toBeNull();
  expect(await entries()).toBe(3);
});
