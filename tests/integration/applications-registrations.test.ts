import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  registrationOf,
  registrationReport,
  registrationsOfCohort,
} from "@/lib/applications/registrations/queries";
import { uploadRegistrations } from "@/lib/applications/registrations/upload";
import { saveDraft } from "@/lib/applications/save-draft";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { FieldProblem, NotFound } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  FULL,
  MONDAY,
} from "../support/admissions";
import { freshDatabase } from "../support/database";

let at: Admissions;
beforeAll(async () => {
  await freshDatabase();
  at = await admissions();
});
beforeEach(async () => {
  await db.registrationEntry.deleteMany();
  await db.registrationUpload.deleteMany();
});

const HEAD = "id,teacher_reference_number,email,full_name,course_identifier";
const COURSE = "npq-executive-leadership";
const listOf = (...rows: string[]) => new Uint8Array(Buffer.from([HEAD, ...rows].join("\n"), "utf8"));
let ids = 0;
const newId = () => `dfe-${++ids}`;

const send = (actor: Actor, bytes: Uint8Array, cohortId = at.cohortId) =>
  uploadRegistrations(actor, { cohortId, file: { name: "registrations.csv", bytes } }, MONDAY);
/** Uploads as Ruth; answers "line outcome why" of each line. */
async function bring(...rows: string[]): Promise<string[]> {
  const report = await registrationReport(at.ruth, at.cohortId, await send(at.ruth, listOf(...rows)));
  return (report?.lines ?? []).map(({ line, outcome, why }) => `${line} ${outcome}: ${why}`);
}

/** An application of its own TRN, as far as that. */
async function applied(state: "draft" | "submitted" = "submitted"): Promise<Candidate & { trn: string }> {
  const candidate = await candidateIn(state, at);
  const trn = String(5_000_000 + ids++);
  await db.application.update({ where: { id: candidate.id }, data: { trn } });
  return { ...candidate, trn };
}

/** Fills the draft and sends it. */
async function finish({ actor, reference, trn }: Candidate & { trn: string }): Promise<void> {
  await saveDraft(actor, { reference, version: 1, ...FULL, fullName: actor.name, trn }, MONDAY);
  await submitApplication(actor, { reference, version: 2 }, MONDAY);
}

describe("a list of DfE's", () => {
  it("is matched by TRN and by address, with a report, an account and an audit row", async () => {
    const [both, byTrn, byEmail] = [await applied(), await applied(), await applied()];
    const [a, b, c, d] = [newId(), newId(), newId(), newId()];
    const rows = [
      `${a},${both.trn},${both.actor.email},${both.actor.name},${COURSE}`,
      `${b},${byTrn.trn},at.school@example.org,Somebody,${COURSE}`,
      `${c},,${byEmail.actor.email.toUpperCase()},,`,
      `${d},9999999,nobody@example.org,Nobody Here,${COURSE}`,
      `,${both.trn},,,`,
    ];
    expect(await bring(...rows)).toEqual([
      `2 matched: ${both.reference}, by TRN and e-mail address`,
      `3 matched: ${byTrn.reference}, by TRN`,
      `4 matched: ${byEmail.reference}, by e-mail address`,
      "5 unmatched: Nobody with this TRN or e-mail address has applied for this cohort",
      "6 wrong: The registration has no identifier",
    ]);
    expect(await registrationOf(both.id)).toEqual({
      confirmedOn: "2026-11-23",
      matchedBy: "trn and email",
      dfeId: a,
    });
    expect(await registrationOf(byEmail.id)).toMatchObject({ matchedBy: "email", dfeId: c });
    const page = await registrationsOfCohort(at.ruth, at.cohortId);
    expect(page).toMatchObject({ confirmed: 3, waiting: 1 });
    expect(page?.uploads).toMatchObject([
      {
        fileName: "registrations.csv",
        by: "Ruth Calder",
        at: "Monday 23 November 2026, 09:00",
        rowCount: 5,
        counts: { matched: 3, unmatched: 1, wrong: 1, conflict: 0, already: 0 },
      },
    ]);
    const [audit] = await db.auditEntry.findMany({
      where: { action: "registrations.uploaded" },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({
      actorId: at.ruth.userId,
      cohortId: at.cohortId,
      after: { matched: 3, already: 0, unmatched: 1, conflict: 0, wrong: 1 },
    });
    const report = await db.registrationUpload.findFirstOrThrow();
    expect(JSON.stringify(report.report)).not.toContain("@example.org");
  });

  it("brings nothing new the second time, and says so", async () => {
    const one = await applied();
    const rows = [`${newId()},${one.trn},,,`, `${newId()},9999998,,,`];
    await bring(...rows);
    expect(await bring(...rows)).toEqual([
      "2 already: Imported before, and matched",
      "3 already: Still without one. Nobody with this TRN or e-mail address has applied for this cohort",
    ]);
    expect(await db.registrationEntry.count()).toBe(2);
  });

  it("brings nothing twice when it is sent twice at the same moment", async () => {
    const one = await applied();
    const bytes = listOf(`${newId()},${one.trn},,,`, `${newId()},9999997,,,`);
    const done = await Promise.allSettled([
      send(at.ruth, bytes),
      send(at.ruth, bytes),
      send(at.admin, bytes),
    ]);
    expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await db.registrationEntry.count()).toBe(2);
  });

  it("matches nobody where it would have to guess, and says why", async () => {
    const [one, other, gone] = [await applied(), await applied(), await applied()];
    await withdrawApplication(gone.actor, { reference: gone.reference }, MONDAY);
    const first = newId();
    const lines = await bring(
      `${newId()},${one.trn},${other.actor.email},,${COURSE}`,
      `${newId()},9999996,${one.actor.email},,${COURSE}`,
      `${newId()},${one.trn},,,npq-headship`,
      `${newId()},${gone.trn},,,${COURSE}`,
      `${first},${other.trn},,,${COURSE}`,
      `${newId()},${other.trn},,,${COURSE}`,
    );
    expect(lines).toEqual([
      `2 conflict: The TRN is that of ${one.reference}, the e-mail address that of ${other.reference}`,
      `3 conflict: The e-mail address is that of ${one.reference}, which gives another TRN`,
      `4 wrong: The course is npq-headship, and this cohort's is ${COURSE}`,
      `5 unmatched: ${gone.reference} is over: withdrawn`,
      `6 matched: ${other.reference}, by TRN`,
      `7 conflict: ${other.reference} has a registration already: ${first}`,
    ]);
    expect(await registrationOf(one.id)).toBeNull();
    expect(await db.registrationEntry.count({ where: { course: "npq-headship" } })).toBe(0);
  });

  it("knows an application for another cohort, and a registration imported for one", async () => {
    const { id: otherCohort } = await db.cohort.findFirstOrThrow({ where: { slug: "spring-2028" } });
    const elsewhere = await applied();
    await db.application.update({ where: { id: elsewhere.id }, data: { cohortId: otherCohort } });
    const row = `${newId()},${elsewhere.trn},,,${COURSE}`;
    expect(await bring(row)).toEqual([
      `2 unmatched: The application is for another cohort: ${elsewhere.reference}, NPQEL Spring 2028`,
    ]);
    const report = await registrationReport(
      at.owen,
      otherCohort,
      await send(at.owen, listOf(row), otherCohort),
    );
    expect(report?.lines).toMatchObject([
      {
        outcome: "conflict",
        why: "This registration was imported for another cohort",
        name: null,
        email: null,
      },
    ]);
  });

  it("waits for an application that is sent later, and is tried again with the next list", async () => {
    const draft = await applied("draft");
    const full = await applied();
    const rows = [`${newId()},${draft.trn},,,`, `${newId()},9999995,,,`];
    expect((await bring(...rows)).every((line) => line.includes("unmatched"))).toBe(true);
    await finish(draft);
    expect(await registrationOf(draft.id)).toMatchObject({ matchedBy: "trn" });
    await db.application.update({ where: { id: full.id }, data: { trn: "9999995" } });
    expect(await bring(...rows)).toEqual([
      "2 already: Imported before, and matched",
      `3 matched: ${full.reference}, by TRN`,
    ]);
  });

  it("misses no application that is sent at the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      const draft = await applied("draft");
      await Promise.all([send(at.ruth, listOf(`${newId()},${draft.trn},,,`)), finish(draft)]);
      expect(await registrationOf(draft.id)).not.toBeNull();
    }
  });

  it("is for those who manage the cohort", async () => {
    const bytes = listOf(`${newId()},9999994,,,`);
    for (const who of [at.owen, at.priya]) {
      await expect(send(who, bytes)).rejects.toBeInstanceOf(NotFound);
      expect(await registrationsOfCohort(who, at.cohortId)).toBeNull();
    }
    const uploadId = await send(at.admin, bytes);
    expect(await registrationReport(at.owen, at.cohortId, uploadId)).toBeNull();
    expect(await registrationReport(at.ruth, at.programmeId, uploadId)).toBeNull();
    expect(await registrationReport(at.ruth, at.cohortId, uploadId)).toMatchObject({ by: "Miles Ashdown" });
    await expect(send(at.ruth, bytes, "nonsense")).rejects.toBeInstanceOf(NotFound);
  });

  it("that cannot be read changes nothing", async () => {
    for (const bytes of [listOf(), new Uint8Array(), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])])
      await expect(send(at.ruth, bytes)).rejects.toBeInstanceOf(FieldProblem);
    await expect(
      uploadRegistrations(at.ruth, { cohortId: at.cohortId, file: null }, MONDAY),
    ).rejects.toBeInstanceOf(FieldProblem);
    expect(await db.registrationUpload.count()).toBe(0);
  });
});
