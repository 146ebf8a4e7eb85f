import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declareConflict, removeConflict } from "@/lib/applications/conflicts";
import { beginReview, rejectApplication, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import { addNote } from "@/lib/applications/notes";
import { previewRejection } from "@/lib/applications/preview-rejection";
import { applicationByReference } from "@/lib/applications/queries";
import { reviewDesk } from "@/lib/applications/review-queries";
import { REJECTION_REASONS, rejectionTold } from "@/lib/applications/schema-reasons";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { NotAllowed, NotFound, WrongState } from "@/lib/errors";
import { saveReviewCriteria } from "@/lib/programmes/save-criteria";
import { criteria } from "@/prisma/seed/npqel/criteria";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  type Candidate,
  candidateIn,
  MONDAY,
  stateOf,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { reviewed } from "../support/reviews";
import { succeeded } from "../support/signing-in";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const NOTE = "She was my deputy until 2024.";
const declare = (actor: Actor, { id }: { id: string }) =>
  declareConflict(actor, { applicationId: id, note: NOTE }, MONDAY);
const remove = async (actor: Actor, { id }: { id: string }, conflictId?: string) => {
  const declared = await db.conflictOfInterest.findFirst({ where: { applicationId: id } });
  const input = { applicationId: id, conflictId: conflictId ?? declared?.id ?? randomUUID() };
  return removeConflict(actor, input, MONDAY);
};
const read = () => candidateIn("under_review", world);

describe("who declares that they know the applicant", () => {
  const acts: [string, (candidate: Candidate, version: number) => Promise<unknown>][] = [
    [
      "begins no review",
      ({ id }, version) => beginReview(world.ruth, { applicationId: id, version }, MONDAY),
    ],
    ["writes no review", (candidate) => reviewed(world.ruth, candidate)],
    [
      "offers no place",
      ({ id: applicationId }, version) =>
        makeOffer(world.ruth, { applicationId, version, fundedPlace: false, overrideReason: "Now." }, MONDAY),
    ],
    [
      "has no waiting list",
      ({ id }, version) => waitlistApplication(world.ruth, { applicationId: id, version }, MONDAY),
    ],
    [
      "rejects nobody",
      ({ id: applicationId }, version) =>
        rejectApplication(
          world.ruth,
          { applicationId, version, reasons: ["places_full"], words: "" },
          MONDAY,
        ),
    ],
    [
      "adds no note",
      ({ id: applicationId }) =>
        addNote(world.ruth, { applicationId, body: "She is splendid.", formKey: randomUUID() }, MONDAY),
    ],
  ];

  it.each(acts)("%s", async (what, attempt) => {
    const candidate = await candidateIn(what === "begins no review" ? "submitted" : "under_review", world);
    await declare(world.ruth, candidate);
    const version = await versionOf(candidate);
    await expect(attempt(candidate, version)).rejects.toThrow(NotAllowed);
    expect(await versionOf(candidate)).toBe(version);
  });

  it("is named on the page, reads neither reviews nor notes, and no longer counts as a reviewer", async () => {
    const candidate = await read();
    await reviewed(world.ruth, candidate, { points: 4 });
    await reviewed(world.admin, candidate, { points: 1 });
    await addNote(
      world.admin,
      { applicationId: candidate.id, body: "Rang the chair.", formKey: randomUUID() },
      MONDAY,
    );
    await declare(world.ruth, candidate);
    expect(await auditOf(candidate)).toContain(`${world.ruth.email}: conflict.declared`);
    const ruth = await reviewDesk(world.ruth, candidate.id);
    expect(ruth).toMatchObject({
      conflicted: true,
      reviews: null,
      notes: null,
      mean: null,
      canReview: false,
    });
    expect(JSON.stringify(ruth)).not.toContain("Rang");
    const admin = await reviewDesk(world.admin, candidate.id);
    expect(admin).toMatchObject({ reading: "one", setAside: ["Ruth Calder"], handedInBy: ["Miles Ashdown"] });
    expect(admin?.reviews?.map(({ by }) => by)).toEqual(["Miles Ashdown"]);
    expect(admin?.conflicts).toEqual([
      expect.objectContaining({ by: "Ruth Calder", note: NOTE, removable: true }),
    ]);
    await remove(world.admin, candidate);
    expect(await reviewDesk(world.admin, candidate.id)).toMatchObject({
      reading: "differing",
      conflicts: [],
    });
    expect((await auditOf(candidate)).at(-1)).toBe(`${world.admin.email}: conflict.removed`);
    const audit = await db.auditEntry.findMany({ where: { subjectId: candidate.id } });
    expect(JSON.stringify(audit.map(({ before, after }) => [before, after]))).not.toMatch(/deputy|chair/);
  });

  it("declares once, even when clicking five times", async () => {
    const candidate = await read();
    expect(await succeeded(Array.from({ length: 5 }, () => declare(world.ruth, candidate)))).toBe(1);
    await expect(declare(world.ruth, candidate)).rejects.toThrow(WrongState);
    expect((await auditOf(candidate)).filter((line) => line.endsWith("conflict.declared"))).toHaveLength(1);
  });

  it("is somebody who could decide it", async () => {
    const candidate = await read();
    for (const other of [world.owen, world.priya, candidate.actor, await applicant()]) {
      await expect(declare(other, candidate)).rejects.toThrow(NotFound);
      await expect(remove(other, candidate)).rejects.toThrow(NotFound);
    }
  });

  it("cannot take it back; another administrator can, once", async () => {
    const candidate = await read();
    await declare(world.admin, candidate);
    await expect(remove(world.admin, candidate)).rejects.toThrow(/Another administrator/);
    await expect(remove(world.ruth, candidate)).rejects.toThrow(/Only an administrator/);
    expect((await reviewDesk(world.admin, candidate.id))?.conflicts[0]?.removable).toBe(false);
    expect((await reviewDesk(world.ruth, candidate.id))?.conflicts[0]?.removable).toBe(false);
    const other = await read();
    await declare(world.ruth, other);
    const { id } = await db.conflictOfInterest.findFirstOrThrow({ where: { applicationId: other.id } });
    // A declaration is found by its own application only.
    await expect(remove(world.admin, candidate, id)).rejects.toThrow(WrongState);
    const removals = Array.from({ length: 4 }, () => remove(world.admin, other, id));
    expect(await succeeded(removals)).toBe(1);
    await reviewed(world.ruth, other);
  });
});

describe("a note", () => {
  const add = (actor: Actor, { id }: { id: string }, formKey = randomUUID(), body = "Rang the chair: yes.") =>
    addNote(actor, { applicationId: id, body, formKey }, MONDAY);

  it("is kept once a form, with who and when, and its words stay out of the audit log", async () => {
    const candidate = await read();
    const formKey = randomUUID();
    expect(await add(world.ruth, candidate, formKey)).toBe(1);
    expect(await add(world.ruth, candidate, formKey)).toBe(1);
    await expect(add(world.ruth, candidate, formKey, "Something else.")).rejects.toThrow(WrongState);
    await expect(add(world.admin, candidate, formKey)).rejects.toThrow(WrongState);
    const twice = randomUUID();
    expect(await succeeded(Array.from({ length: 5 }, () => add(world.admin, candidate, twice)))).toBe(5);
    const { notes } = (await reviewDesk(world.ruth, candidate.id)) ?? {};
    expect(notes?.map(({ by, at }) => [by, at])).toEqual([
      ["Miles Ashdown", MONDAY],
      ["Ruth Calder", MONDAY],
    ]);
    expect((await auditOf(candidate)).filter((line) => line.endsWith("note.added"))).toHaveLength(2);
  });

  it("is for who may decide, in any state, and never reaches the applicant", async () => {
    const candidate = await candidateIn("accepted", world);
    await add(world.ruth, candidate);
    for (const other of [world.owen, world.priya, candidate.actor, await applicant()])
      await expect(add(other, candidate)).rejects.toThrow(NotFound);
    const view = await applicationByReference(candidate.actor, candidate.reference, MONDAY);
    expect(JSON.stringify(view)).not.toMatch(/Rang|notes|scores/i);
  });
});

describe("a rejection", () => {
  it("is told in kind words, as they were shown before it was sent", async () => {
    const candidate = await read();
    const told = {
      reasons: ["not_yet_leading", "other"],
      words: "Your trust grows next year: come back.",
    } as const;
    const input = { ...told, applicationId: candidate.id };
    const preview = await previewRejection(world.ruth, input);
    await rejectApplication(world.ruth, { ...input, version: await versionOf(candidate) }, MONDAY);
    const letter = await db.outboxMessage.findFirstOrThrow({
      where: { toAddress: candidate.actor.email, template: "application-rejected" },
    });
    expect([letter.subject, letter.toAddress]).toEqual([preview.subject, preview.to]);
    for (const paragraph of preview.paragraphs) expect(letter.text).toContain(paragraph);
    expect(preview.paragraphs[0]).toBe(`Dear ${candidate.actor.name},`);
    const view = await applicationByReference(candidate.actor, candidate.reference, MONDAY);
    const { reasonCodes = [], reason = null } = view?.history.at(-1) ?? {};
    const { why, next } = rejectionTold(reasonCodes, reason);
    expect(preview.paragraphs.slice(2, -1)).toEqual([...why, ...next]);
    expect(letter.text).not.toMatch(/not_yet_leading|Does not lead/);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: candidate.id, action: "application.rejected" },
    });
    expect(audit.after).toMatchObject({ reasons: ["not_yet_leading", "other"], reviews: 0 });
  });

  it("can be for every reason at once, and is shown only to who may decide", async () => {
    const candidate = await read();
    const input = { applicationId: candidate.id, reasons: REJECTION_REASONS, words: "More." };
    for (const other of [world.owen, world.priya, candidate.actor])
      await expect(previewRejection(other, input)).rejects.toThrow(NotFound);
    expect((await previewRejection(world.admin, input)).paragraphs.length).toBeGreaterThan(12);
    expect(await stateOf(candidate)).toBe("under_review");
    await rejectApplication(world.ruth, { ...input, version: await versionOf(candidate) }, MONDAY);
    expect(await stateOf(candidate)).toBe("rejected");
  });
});

describe("what applications are scored against", () => {
  it("is an administrator's to save, and stays comparable once somebody has scored", async () => {
    const save = (actor: Actor, list = criteria) =>
      saveReviewCriteria(actor, world.programmeId, list, MONDAY);
    for (const other of [world.ruth, world.priya, await applicant()])
      await expect(save(other)).rejects.toThrow(NotAllowed);
    await expect(saveReviewCriteria(world.admin, randomUUID(), criteria, MONDAY)).rejects.toThrow(NotFound);
    const candidate = await read();
    await reviewed(world.ruth, candidate);
    await expect(save(world.admin, criteria.slice(1))).rejects.toThrow(/several-schools/);
    await expect(
      save(
        world.admin,
        criteria.map((each) => ({ ...each, maxScore: 5 })),
      ),
    ).rejects.toThrow(WrongState);
    const extra = { key: "new-one", title: "New", guidance: "Something new.", maxScore: 2 };
    await save(world.admin, [
      extra,
      ...criteria.toReversed().map((each) => ({ ...each, title: "Other words" })),
    ]);
    const view = await reviewDesk(world.ruth, candidate.id);
    expect(view?.criteria.map(({ key }) => key)).toEqual([
      "new-one",
      ...criteria.map(({ key }) => key).toReversed(),
    ]);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: world.programmeId, action: "programme.criteria_saved" },
      orderBy: { id: "desc" },
    });
    expect(audit.after).toMatchObject({ criteria: expect.arrayContaining(["new-one 0-2"]) });
    await save(world.admin, criteria);
  });
});
