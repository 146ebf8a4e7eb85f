import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { eligibilityFacts } from "@/lib/eligibility/funding";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { withdrawNotice, writeNotice } from "@/lib/funding/notices";
import { removePartner, savePartner } from "@/lib/funding/partners";
import { publicNotices } from "@/lib/funding/queries";
import { removeRule, saveRule } from "@/lib/funding/rules";
import { fundingOverview, programmeFunding } from "@/lib/funding/staff-queries";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { NINE, succeeded } from "../support/signing-in";

/** Scholarship notices, rules and delivery partners, as staff keep them. */

let world: Admissions;
/** Manages nothing of NPQEL, so a stranger to its funding. */
let stranger: Actor;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  stranger = { ...world.ruth, roles: [{ role: "cohort_manager", cohortId: randomUUID() }] };
});
afterAll(disconnect);

const on = (days: number) => new Date(NINE.getTime() + days * 86_400_000);
const actions = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ actorId, action }) => [actorId, action],
  );
const write = (
  actor: Actor,
  part: { formKey?: string; body?: string; publicFrom?: Date | null; slug?: string } = {},
  at = NINE,
) =>
  writeNotice(
    actor,
    { slug: "npqel", formKey: randomUUID(), body: "Six are funded.", publicFrom: null, ...part },
    at,
  );
const funding = async (at = NINE) => {
  const found = await programmeFunding(world.ruth, "npqel", at);
  if (!found) throw new Error("Ruth looks after NPQEL");
  return found;
};

describe("a scholarship notice", () => {
  it("is public from its time on, and withdrawn for good", async () => {
    const id = await write(world.ruth, { publicFrom: on(2) });
    const seen = async (at: Date) =>
      (await publicNotices(world.programmeId, at)).some((each) => each.id === id);
    const state = async (at: Date) => (await funding(at)).notices.find((each) => each.id === id)?.state;
    expect(await seen(new Date(on(2).getTime() - 1))).toBe(false);
    expect(await state(NINE)).toBe("to_come");
    expect(await seen(on(2))).toBe(true);
    expect(await state(on(2))).toBe("public");
    await withdrawNotice(world.admin, { slug: "npqel", noticeId: id }, on(3));
    await withdrawNotice(world.ruth, { slug: "npqel", noticeId: id }, on(4));
    expect(await seen(on(3))).toBe(false);
    expect(await state(on(3))).toBe("withdrawn");
    expect(await actions(id)).toEqual([
      [world.ruth.userId, "scholarship_notice.written"],
      [world.admin.userId, "scholarship_notice.withdrawn"],
    ]);
  });

  it("is one notice, however often the form is sent, and never another's", async () => {
    const formKey = randomUUID();
    const clicks = Array.from({ length: 3 }, () => write(world.ruth, { formKey }));
    expect(await succeeded(clicks)).toBe(3);
    expect(await db.scholarshipNotice.count({ where: { id: formKey } })).toBe(1);
    expect(await actions(formKey)).toHaveLength(1);
    await expect(write(world.ruth, { formKey, body: "Seven are." })).rejects.toThrow(WrongState);
  });

  it("is refused for a time that is past or far away", async () => {
    await expect(write(world.ruth, { publicFrom: on(-1) })).rejects.toThrow(FieldProblem);
    await expect(write(world.ruth, { publicFrom: on(800) })).rejects.toThrow(FieldProblem);
  });

  it("is nobody else's to write or withdraw", async () => {
    const id = await write(world.ruth);
    for (const actor of [world.priya, stranger]) {
      await expect(write(actor)).rejects.toThrow(NotFound);
      await expect(withdrawNotice(actor, { slug: "npqel", noticeId: id }, NINE)).rejects.toThrow(NotFound);
      expect(await programmeFunding(actor, "npqel", NINE)).toBeNull();
    }
    await expect(write(world.ruth, { slug: "nowhere" })).rejects.toThrow(NotFound);
    for (const noticeId of [randomUUID(), "x"])
      await expect(withdrawNotice(world.ruth, { slug: "npqel", noticeId }, NINE)).rejects.toThrow(NotFound);
    expect(await fundingOverview(world.priya, NINE)).toBeNull();
    expect((await fundingOverview(stranger, NINE))?.programmes).toEqual([]);
  });
});

const RULE = {
  name: "Funded places",
  explanation: "All of the fee.",
  settings: ["state" as const],
  listName: "Priority" as string | null,
  validFrom: "2026-09-01",
  validTo: "2026-11-24" as string | null,
};
type Rule = typeof RULE;
const save = (
  actor: Actor,
  part: Partial<Rule> & { ruleId?: string; seen?: string; formKey?: string } = {},
) =>
  saveRule(
    actor,
    { ...RULE, slug: "npqel", ruleId: null, formKey: randomUUID(), seen: "new", ...part },
    NINE,
  );
const ruleOf = async (id: string) => (await funding()).rules.find((each) => each.id === id);
const seenOf = async (id: string) => (await ruleOf(id))?.seen ?? "";

describe("a rule", () => {
  it("is added at the end, holds on its days, is changed and taken away", async () => {
    const formKey = randomUUID();
    await save(world.ruth, { formKey });
    const later = randomUUID();
    await save(world.admin, { formKey: later, name: "Help with travel", listName: null, validTo: null });
    const names = async (at: Date) =>
      (await eligibilityFacts(world.programmeId, {}, at)).rules.map(({ name }) => name);
    expect(await names(londonTime("2026-11-24", "23:59"))).toEqual(["Funded places", "Help with travel"]);
    expect(await names(londonTime("2026-11-25", "00:00"))).toEqual(["Help with travel"]);
    await save(world.ruth, { ruleId: formKey, seen: await seenOf(formKey), name: "Funded in full" });
    expect(await ruleOf(formKey)).toMatchObject({ name: "Funded in full", validTo: "2026-11-24" });
    await removeRule(world.ruth, { slug: "npqel", ruleId: formKey, seen: await seenOf(formKey) }, NINE);
    expect(await ruleOf(formKey)).toBeUndefined();
    expect((await actions(formKey)).map(([, action]) => action)).toEqual([
      "funding_rule.added",
      "funding_rule.changed",
      "funding_rule.removed",
    ]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: formKey }, take: 1 });
    expect(entry?.after).toMatchObject({
      listName: "Priority",
      settings: ["state"],
      validFrom: "2026-09-01",
    });
  });

  it("is one rule, however often the form is sent", async () => {
    const formKey = randomUUID();
    expect(await succeeded(Array.from({ length: 3 }, () => save(world.ruth, { formKey })))).toBe(3);
    expect(await db.fundingRule.count({ where: { id: formKey } })).toBe(1);
    expect(await actions(formKey)).toHaveLength(1);
  });

  it("is changed by one of two who had it open; the other is told", async () => {
    const formKey = randomUUID();
    await save(world.ruth, { formKey });
    const seen = await seenOf(formKey);
    const both = ["One", "Two"].map((name) => save(world.ruth, { ruleId: formKey, seen, name }));
    const ends = await Promise.allSettled(both);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find((end) => end.status === "rejected")?.reason).toBeInstanceOf(StaleVersion);
    await expect(removeRule(world.ruth, { slug: "npqel", ruleId: formKey, seen }, NINE)).rejects.toThrow(
      StaleVersion,
    );
  });

  it("is nobody else's", async () => {
    const formKey = randomUUID();
    await save(world.ruth, { formKey });
    const seen = await seenOf(formKey);
    for (const actor of [world.priya, stranger]) {
      await expect(save(actor)).rejects.toThrow(NotFound);
      await expect(save(actor, { ruleId: formKey, seen, name: "Mine" })).rejects.toThrow(NotFound);
      await expect(removeRule(actor, { slug: "npqel", ruleId: formKey, seen }, NINE)).rejects.toThrow(
        NotFound,
      );
    }
    await expect(save(world.ruth, { ruleId: randomUUID() })).rejects.toThrow(NotFound);
    await expect(removeRule(world.ruth, { slug: "npqel", ruleId: "x", seen }, NINE)).rejects.toThrow(
      NotFound,
    );
  });
});

describe("a delivery partner", () => {
  const partner = { name: "Meridian", url: "https://meridian.example.org/" };
  const keep = (actor: Actor, part: object = {}) =>
    savePartner(
      actor,
      { ...partner, slug: "npqel", partnerId: null, formKey: randomUUID(), seen: "new", ...part },
      NINE,
    );
  const partnerOf = async (id: string) => (await funding()).partners.find((each) => each.id === id);

  it("is added once, shown where Is it for me ends, changed by one of two, and taken away", async () => {
    const formKey = randomUUID();
    expect(await succeeded(Array.from({ length: 3 }, () => keep(world.ruth, { formKey })))).toBe(3);
    const shown = async () => (await eligibilityFacts(world.programmeId, {}, NINE)).partners;
    expect(await shown()).toEqual([partner]);
    const seen = (await partnerOf(formKey))?.seen ?? "";
    const both = ["One", "Two"].map((name) => keep(world.ruth, { partnerId: formKey, seen, name }));
    const ends = await Promise.allSettled(both);
    expect(ends.find((end) => end.status === "rejected")?.reason).toBeInstanceOf(StaleVersion);
    const gone = { slug: "npqel", partnerId: formKey };
    await expect(removePartner(world.ruth, { ...gone, seen }, NINE)).rejects.toThrow(StaleVersion);
    await removePartner(world.ruth, { ...gone, seen: (await partnerOf(formKey))?.seen ?? "" }, NINE);
    expect(await shown()).toEqual([]);
    expect((await actions(formKey)).map(([, action]) => action)).toEqual([
      "delivery_partner.added",
      "delivery_partner.changed",
      "delivery_partner.removed",
    ]);
  });

  it("is nobody else's", async () => {
    const formKey = randomUUID();
    await keep(world.ruth, { formKey });
    const seen = (await partnerOf(formKey))?.seen ?? "";
    for (const actor of [world.priya, stranger]) {
      await expect(keep(actor)).rejects.toThrow(NotFound);
      await expect(keep(actor, { partnerId: formKey, seen, name: "Mine" })).rejects.toThrow(NotFound);
      const away = removePartner(actor, { slug: "npqel", partnerId: formKey, seen }, NINE);
      await expect(away).rejects.toThrow(NotFound);
    }
    await expect(keep(world.ruth, { partnerId: randomUUID() })).rejects.toThrow(NotFound);
    await expect(removePartner(world.ruth, { slug: "npqel", partnerId: "x", seen }, NINE)).rejects.toThrow(
      NotFound,
    );
  });
});
