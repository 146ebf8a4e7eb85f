import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseWorkplace } from "@/lib/applications/choose-workplace";
import { saveDraft } from "@/lib/applications/save-draft";
import { readAnswers } from "@/lib/applications/schema-pages";
import { workplaceForm } from "@/lib/applications/schema-workplace";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { placeNamed, seedSchools } from "@/prisma/seed/schools";
import {
  type Admissions,
  admissions,
  applicant,
  candidateIn,
  MONDAY,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged } from "../support/signing-in";

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  await seedSchools(MONDAY);
  world = await admissions();
});
afterAll(disconnect);

const school = placeNamed("Two Weirs Primary School") ?? { kind: "school" as const, code: "" };
const trust = placeNamed("Tidewell Trust") ?? { kind: "trust" as const, code: "" };

describe("where one works", () => {
  it("is copied from the register: its name, town and postcode as they are now", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await chooseWorkplace(actor, { reference, version: 1, ...school }, MONDAY);
    const { town, postcode } = await db.school.findUniqueOrThrow({ where: { urn: school.code } });
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      workplace: "Two Weirs Primary School",
      workplaceKind: "school",
      workplaceUrn: school.code,
      workplaceTrust: null,
      workplaceTown: town,
      workplacePostcode: postcode,
      version: 2,
    });
  });

  it("may be a trust, and then be typed by hand: no number is left behind", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    const kept = () => db.application.findUniqueOrThrow({ where: { id } });
    await chooseWorkplace(actor, { reference, version: 1, ...trust }, MONDAY);
    expect(await kept()).toMatchObject({
      workplaceKind: "trust",
      workplaceTrust: trust.code,
      workplaceUrn: null,
    });
    const { answers } = readAnswers("workplace", {
      workplace: "Harrow Beck Trust",
      workplaceTown: "Carrowby",
    });
    await saveDraft(actor, { reference, version: 2, ...answers }, MONDAY);
    expect(await kept()).toMatchObject({
      workplaceKind: "by_hand",
      workplaceTrust: null,
      workplaceUrn: null,
    });
  });

  it("is no place that the register does not have, or that is closed", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    const closed = await db.school.findFirstOrThrow({ where: { open: false }, select: { urn: true } });
    for (const code of ["999999", closed.urn, "", "x".repeat(500), forged<string>({ not: "" })]) {
      const choice = { reference, version: 1, kind: "school" as const, code };
      await expect(chooseWorkplace(actor, choice, MONDAY)).rejects.toThrow(FieldProblem);
    }
    expect(await versionOf({ id })).toBe(1);
  });

  it("is changed by its applicant alone, in a draft, from the page as it is", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    for (const other of [await applicant(), world.ruth, world.admin]) {
      await expect(chooseWorkplace(other, { reference, version: 1, ...school }, MONDAY)).rejects.toThrow(
        NotFound,
      );
    }
    await expect(chooseWorkplace(actor, { reference, version: 7, ...school }, MONDAY)).rejects.toThrow(
      StaleVersion,
    );
    const sent = await candidateIn("submitted", world);
    const change = { reference: sent.reference, version: 3, ...school };
    await expect(chooseWorkplace(sent.actor, change, MONDAY)).rejects.toThrow(WrongState);
  });

  it("is chosen by its code, and by nothing else that a form could send", () => {
    expect(workplaceForm.parse({ version: "1", choice: "trust:90006" })).toMatchObject({
      choice: { kind: "trust", code: "90006" },
    });
    for (const choice of [undefined, "", "90006", "town:1", "school:1 OR 1", ["school:1", "school:2"]]) {
      expect(workplaceForm.safeParse({ version: "1", choice }).success).toBe(false);
    }
    const forgedName = { version: "1", choice: "trust:90006", workplace: "Elsewhere" };
    expect(workplaceForm.safeParse(forgedName).success).toBe(false);
  });
});
