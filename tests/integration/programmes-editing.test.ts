import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { FieldProblem, NotAllowed, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { renderMarkdown } from "@/lib/markdown";
import { addArea, addSection, arrangeParts } from "@/lib/programmes/arrange";
import { discardDraft } from "@/lib/programmes/draft";
import { saveArea, saveFacts, saveHours, saveSection, saveVoices } from "@/lib/programmes/edit";
import { programmesToEdit, programmeToEdit, versionOf, versionsOf } from "@/lib/programmes/editing-queries";
import { publishDraft, restoreVersion } from "@/lib/programmes/publish";
import { prospectus } from "@/lib/programmes/queries";
import { saveProgramme } from "@/lib/programmes/save-programme";
import { cohortManager, otherManager } from "@/prisma/seed/cast";
import { demonstration } from "@/prisma/seed/demonstration/programme";
import { npqel } from "@/prisma/seed/npqel";
import {
  actor,
  administrator,
  npqelSaved,
  SET_UP,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";

const NOW = new Date("2026-11-23T09:00:00Z");
const slug = "npqel";
let admin: Actor;
let ruth: Actor;
let stranger: Actor;
let programmeId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  const cohortId = await startCohort(admin, programmeId, SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  const otherId = await saveProgramme(admin, demonstration.programme, SET_UP);
  const other = await startCohort(admin, otherId, {
    slug: "autumn-2027",
    name: "Autumn 2027",
    startMonth: "2027-09",
  });
  stranger = await withRole(admin, otherManager, "cohort_manager", other);
});

const edited = async (viewer = admin) => {
  const found = await programmeToEdit(viewer, slug);
  if (!found) throw new Error("no such programme for this viewer");
  return found;
};
const token = async () => (await edited()).token;
const section = (body: string, key = "why-join") => ({
  slug,
  key,
  label: "Why join us",
  heading: "Why join UCL?",
  body,
});
const publicBody = async (key = "why-join") =>
  (await prospectus(slug, NOW))?.sections.find((each) => each.key === key)?.body;
const write = async (by: Actor, body: string) =>
  saveSection(by, { ...section(body), token: await token() }, NOW);
const numbers = async () => (await versionsOf(admin, slug)).map(({ number }) => number);
const empty = async () => discardDraft(admin, { slug, token: await token() }, NOW);

describe("a draft", () => {
  test("begins as what is public, and nobody else sees it", async () => {
    expect((await edited()).changes).toEqual([]);
    const before = await publicBody();
    await write(ruth, "A new beginning.");
    expect(await publicBody()).toBe(before);
    const { content, changes, draft } = await edited();
    expect(content.sections[0]?.body).toBe("A new beginning.");
    expect(changes.map(({ part }) => part)).toEqual(["section why-join"]);
    expect(draft?.by).toBe(cohortManager.name);
    await empty();
    expect((await edited()).draft).toBeNull();
  });

  test("refuses a tab that was opened on another state, and keeps what is there", async () => {
    const opened = await token();
    await saveSection(ruth, { ...section("Ruth's words."), token: opened }, NOW);
    const late = saveSection(admin, { ...section("Too late."), token: opened }, NOW);
    await expect(late).rejects.toBeInstanceOf(StaleVersion);
    expect((await edited()).content.sections[0]?.body).toBe("Ruth's words.");
    const ofDraft = await token();
    await empty();
    const later = new Date(NOW.getTime() + 60_000);
    await saveSection(ruth, { ...section("Another draft."), token: await token() }, later);
    const ofGone = saveSection(admin, { ...section("Of the draft before."), token: ofDraft }, NOW);
    await expect(ofGone).rejects.toBeInstanceOf(StaleVersion);
    await empty();
  });

  test("two who save at once: one is kept, the other is told", async () => {
    const opened = await token();
    const saves = await Promise.allSettled(
      ["One.", "Two."].map((body) => saveSection(admin, { ...section(body), token: opened }, NOW)),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await empty();
  });

  test("holds areas, voices, facts and hours; the learning time is the sum of the hours", async () => {
    const area = { slug, key: "teaching", title: "Teaching", summary: "In short.", body: "In full." };
    await saveArea(ruth, { ...area, token: await token() }, NOW);
    const voices = [{ who: "A participant of spring 2025", report: "They found it useful." }];
    await saveVoices(ruth, { slug, voices, token: await token() }, NOW);
    const hours = [{ component: "Study", count: 1, minutes: 600, publishedAs: null }];
    await saveHours(admin, { slug, hours, token: await token() }, NOW);
    const { content, changes } = await edited();
    expect(content.learningMinutes).toBe(600);
    expect(changes.map(({ part }) => part)).toEqual([
      "fact learningMinutes",
      "area teaching",
      "hours",
      "voices",
    ]);
    await empty();
  });
});

describe("the parts of a prospectus", () => {
  const places = async (kind: "sections" | "areas") =>
    (await edited()).content[kind].map(({ key }, index) => ({ key, place: index + 1, out: false }));
  const keys = async () => (await edited()).content.sections.map(({ key }) => key);

  test("a section is added at the end, put first, published, and taken out again", async () => {
    const before = await keys();
    const words = { label: "Access", heading: "Is it open to me?", body: "Yes." };
    await addSection(ruth, { slug, token: await token(), ...words }, NOW);
    await addSection(ruth, { slug, token: await token(), ...words }, NOW);
    expect(await keys()).toEqual([...before, "access", "access-2"]);
    const parts = (await places("sections")).map((part) =>
      part.key === "access-2" ? { ...part, out: true } : part.key === "access" ? { ...part, place: 1 } : part,
    );
    await arrangeParts(ruth, { slug, kind: "sections", token: await token(), parts }, NOW);
    expect(await keys()).toEqual(["access", ...before]);
    const after = (await prospectus(slug, NOW))?.sections.map(({ key }) => key);
    expect(after).toEqual(before);
    await publishDraft(ruth, { slug, token: await token(), note: "A new section" }, NOW);
    expect((await prospectus(slug, NOW))?.sections[0]?.heading).toBe("Is it open to me?");
    const back = (await places("sections")).map((part) => ({ ...part, out: part.key === "access" }));
    await arrangeParts(ruth, { slug, kind: "sections", token: await token(), parts: back }, NOW);
    await publishDraft(ruth, { slug, token: await token(), note: "And out again" }, NOW);
    expect((await prospectus(slug, NOW))?.sections.map(({ key }) => key)).toEqual(before);
  });

  test("learning areas likewise; all of them may go, but one section stays", async () => {
    await addArea(
      ruth,
      { slug, token: await token(), title: "Åre & co", summary: "In short.", body: "In full." },
      NOW,
    );
    expect((await edited()).content.areas.at(-1)?.key).toBe("are-co");
    const none = (await places("areas")).map((part) => ({ ...part, out: true }));
    await arrangeParts(ruth, { slug, kind: "areas", token: await token(), parts: none }, NOW);
    expect((await edited()).content.areas).toEqual([]);
    const all = (await places("sections")).map((part) => ({ ...part, out: true }));
    const gone = arrangeParts(ruth, { slug, kind: "sections", token: await token(), parts: all }, NOW);
    await expect(gone).rejects.toBeInstanceOf(FieldProblem);
    await empty();
  });

  test("refuses a list of other parts, a stale page, and whoever may not edit", async () => {
    const opened = await token();
    const parts = await places("sections");
    const fewer = arrangeParts(ruth, { slug, kind: "sections", token: opened, parts: parts.slice(1) }, NOW);
    await expect(fewer).rejects.toBeInstanceOf(StaleVersion);
    const theirs = arrangeParts(stranger, { slug, kind: "sections", token: opened, parts }, NOW);
    await expect(theirs).rejects.toBeInstanceOf(NotFound);
    await write(ruth, "Meanwhile.");
    const late = arrangeParts(admin, { slug, kind: "sections", token: opened, parts }, NOW);
    await expect(late).rejects.toBeInstanceOf(StaleVersion);
    await empty();
  });
});

describe("who may", () => {
  test("managers of other programmes and people without a role find nothing", async () => {
    const visitor = await actor({ name: "Nora Vale", email: "nora.vale@example.org" });
    for (const who of [stranger, visitor]) {
      expect(await programmeToEdit(who, slug)).toBeNull();
      expect(await versionsOf(who, slug)).toEqual([]);
      expect(await versionOf(who, slug, 1)).toBeNull();
      const opened = await token();
      await expect(saveSection(who, { ...section("Mine."), token: opened }, NOW)).rejects.toBeInstanceOf(
        NotFound,
      );
      await expect(publishDraft(who, { slug, token: opened, note: "x" }, NOW)).rejects.toBeInstanceOf(
        NotFound,
      );
      const back = restoreVersion(who, { slug, token: opened, number: 1 }, NOW);
      await expect(back).rejects.toBeInstanceOf(NotFound);
    }
    expect((await programmesToEdit(stranger, NOW)).map((row) => row.slug)).toEqual(["demonstration"]);
    expect((await programmesToEdit(admin, NOW)).map((row) => row.slug)).toEqual(["npqel", "demonstration"]);
  });

  test("facts are an administrator's, and so is publishing them", async () => {
    const {
      slug: _s,
      position: _p,
      sections: _,
      areas: _a,
      hours: _h,
      voices: _v,
      learningMinutes: _l,
      ...facts
    } = npqel.programme;
    const dearer = { ...facts, slug, feePence: 500_000 };
    await expect(saveFacts(ruth, { ...dearer, token: await token() }, NOW)).rejects.toBeInstanceOf(NotFound);
    await saveFacts(admin, { ...dearer, token: await token() }, NOW);
    const byRuth = publishDraft(ruth, { slug, token: await token(), note: "Fee" }, NOW);
    await expect(byRuth).rejects.toBeInstanceOf(NotAllowed);
    expect((await prospectus(slug, NOW))?.feePence).toBe(409_900);
    await empty();
  });

  test("an unknown section or programme is not there", async () => {
    const opened = await token();
    const unknown = saveSection(admin, { ...section("x", "no-such"), token: opened }, NOW);
    await expect(unknown).rejects.toBeInstanceOf(NotFound);
    const nowhere = saveSection(admin, { ...section("x"), slug: "no-such", token: opened }, NOW);
    await expect(nowhere).rejects.toBeInstanceOf(NotFound);
    const malformed = saveSection(admin, { ...section("x"), slug: "../x", token: opened }, NOW);
    await expect(malformed).rejects.toBeInstanceOf(NotFound);
  });
});

describe("publishing", () => {
  test("makes the draft public with a number, a note and an audit row, and ends it", async () => {
    const [before = 0] = await numbers();
    await write(ruth, "Published by Ruth.");
    const number = await publishDraft(ruth, { slug, token: await token(), note: "A clearer start" }, NOW);
    expect(number).toBe(before + 1);
    expect(await publicBody()).toBe("Published by Ruth.");
    expect((await edited()).draft).toBeNull();
    const version = await versionOf(ruth, slug, number);
    expect(version).toMatchObject({ number, by: cohortManager.name, note: "A clearer start" });
    expect(version?.changes.map(({ part }) => part)).toEqual(["section why-join"]);
    const audit = await db.auditEntry.findMany({
      where: { subjectId: programmeId, actorId: ruth.userId, action: "programme.published" },
    });
    expect(audit.at(-1)?.after).toMatchObject({ version: number, changes: 1 });
  });

  test("twice at once makes one version, and says so to the other", async () => {
    const [before = 0] = await numbers();
    await write(admin, "Once only.");
    const opened = await token();
    const both = await Promise.allSettled(
      [admin, ruth].map((who) => publishDraft(who, { slug, token: opened, note: "At once" }, NOW)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await numbers())[0]).toBe(before + 1);
    expect(await publicBody()).toBe("Once only.");
  });

  test("two whole programmes saved at once have a number each", async () => {
    const [before = 0] = await numbers();
    await Promise.all([1, 2].map(() => saveProgramme(admin, npqel.programme, NOW)));
    expect((await numbers()).slice(0, 2)).toEqual([before + 2, before + 1]);
    expect(await publicBody()).toBe(npqel.programme.sections[0]?.body);
  });

  test("nothing changed, nothing published", async () => {
    const opened = await token();
    await expect(publishDraft(admin, { slug, token: opened, note: "x" }, NOW)).rejects.toBeInstanceOf(
      WrongState,
    );
  });

  test("what was published is never changed", async () => {
    await expect(
      db.programmeVersion.updateMany({ where: { programmeId }, data: { note: "Otherwise" } }),
    ).rejects.toThrow();
    await expect(db.programmeVersion.deleteMany({ where: { programmeId } })).rejects.toThrow();
  });

  test("markup that a person typed is shown, not run", async () => {
    const sly = '<img src=x onerror="alert(1)"> [here](javascript:alert(1)) **bold**';
    await write(ruth, sly);
    await publishDraft(ruth, { slug, token: await token(), note: "Sly" }, NOW);
    const html = renderMarkdown((await publicBody()) ?? "");
    expect(html).not.toMatch(/<img|href="javascript/);
    expect(html).toContain("<strong>bold</strong>");
  });
});

describe("an earlier version", () => {
  test("comes back as a draft, and is public only once published", async () => {
    const now = await publicBody();
    await restoreVersion(ruth, { slug, token: await token(), number: 1 }, NOW);
    expect(await publicBody()).toBe(now);
    await publishDraft(ruth, { slug, token: await token(), note: "As it was" }, NOW);
    expect(await publicBody()).toBe(npqel.programme.sections[0]?.body);
  });

  test("brings its facts back for an administrator only", async () => {
    await saveProgramme(admin, { ...npqel.programme, feePence: 450_000 }, NOW);
    await restoreVersion(ruth, { slug, token: await token(), number: 1 }, NOW);
    expect((await edited()).content.feePence).toBe(450_000);
    await restoreVersion(admin, { slug, token: await token(), number: 1 }, NOW);
    expect((await edited()).content.feePence).toBe(409_900);
    // The number comes bound to the form, where anything can be put in its place.
    for (const number of [999, 0, 1.5, 2 ** 31, "1", { not: 0 }]) {
      const missing = restoreVersion(admin, { slug, token: await token(), number: number as number }, NOW);
      await expect(missing).rejects.toBeInstanceOf(NotFound);
    }
    await empty();
  });
});
