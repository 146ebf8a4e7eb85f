import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveDraft } from "@/lib/applications/save-draft";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  candidateIn,
  daysLater,
  FULL,
  lettersTo,
  MONDAY,
  places,
  placesCounted,
  stateOf,
  versionOf,
  words,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

describe("starting an application", () => {
  it("makes a draft with a reference, and an audit row", async () => {
    const person = await applicant();
    const reference = await startApplication(person, { cohortId: world.cohortId }, MONDAY);
    expect(reference).toMatch(/^NPQEL-[2-9A-HJKMNP-TV-Z]{6}$/);
    const draft = await db.application.findUniqueOrThrow({
      where: { reference },
      include: { transitions: true },
    });
    expect(draft).toMatchObject({ state: "draft", version: 1, userId: person.userId, createdAt: MONDAY });
    expect(draft.transitions).toMatchObject([{ fromState: null, toState: "draft", byId: person.userId }]);
    expect(await auditOf(draft)).toEqual([`${person.email}: application.started`]);
    expect(await lettersTo(person)).toEqual([]);
  });

  it("gives the live one to somebody who has one, and a new one after that has ended", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    expect(await startApplication(actor, { cohortId: world.cohortId }, MONDAY)).toBe(reference);
    await withdrawApplication(actor, { reference }, MONDAY);
    expect(await startApplication(actor, { cohortId: world.cohortId }, MONDAY)).not.toBe(reference);
  });

  it("makes one of ten at the same moment", async () => {
    const person = await applicant();
    const start = () => startApplication(person, { cohortId: world.cohortId }, MONDAY);
    const references = await Promise.all(Array.from({ length: 10 }, start));
    expect(new Set(references).size).toBe(1);
    expect(await db.application.count({ where: { userId: person.userId } })).toBe(1);
  });

  it.each([
    ["the minute before applications open", "2026-08-31T22:59:59Z", false],
    ["the minute they open in London", "2026-08-31T23:00:00Z", true],
    ["23:59 of the last day in London", "2027-03-26T23:59:59Z", true],
    ["midnight after the last day", "2027-03-27T00:00:00Z", false],
  ])("at %s: %s", async (_, at, open) => {
    const start = startApplication(await applicant(), { cohortId: world.cohortId }, new Date(at));
    if (open) await expect(start).resolves.toMatch(/^NPQEL-/);
    else await expect(start).rejects.toThrow(WrongState);
  });

  it.each([
    "00000000-0000-4000-8000-000000000000",
    "x",
    "",
    forged<string>({ not: "" }),
    forged<string>(undefined),
  ])("does not find the cohort %j", async (cohortId) => {
    await expect(startApplication(await applicant(), { cohortId }, MONDAY)).rejects.toThrow(NotFound);
  });
});

describe("saving a draft", () => {
  it("keeps the answers, raises the version and leaves an audit row without them", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, fullName: "Bashir Noor", trn: "4407718" }, MONDAY);
    const statements = [{ key: "why-now", body: "Two schools." }];
    await saveDraft(actor, { reference, version: 2, statements, dietary: "Vegetarian" }, daysLater(1));
    const kept = await db.application.findUniqueOrThrow({
      where: { id },
      include: { statements: true, needs: true },
    });
    expect(kept).toMatchObject({ fullName: "Bashir Noor", trn: "4407718" });
    expect(kept.statements).toEqual([{ applicationId: id, promptKey: "why-now", body: "Two schools." }]);
    expect(kept.needs).toMatchObject({ access: "", dietary: "Vegetarian", savedAt: daysLater(1) });
    expect(kept).toMatchObject({ version: 3, updatedAt: daysLater(1), state: "draft" });
    const last = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: id },
      orderBy: { id: "desc" },
    });
    expect(last).toMatchObject({
      action: "application.saved",
      after: { version: 3, answers: ["dietary", "statement-why-now"] },
    });
    expect(JSON.stringify(last, (_, value) => (typeof value === "bigint" ? "" : value))).not.toMatch(
      /Two|Vegetarian/,
    );
  });

  it("takes what the programme asks for, and nothing beside it", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    const save = (changes: object) => saveDraft(actor, { reference, version: 1, ...changes }, MONDAY);
    const write = (key: string, body: string) => save({ statements: [{ key, body }] });
    await expect(save({ residentialPlace: "Paris" })).rejects.toThrow(FieldProblem);
    await expect(write("why-now", words(401))).rejects.toThrow(
      "Shorten your statement to 400 words or fewer",
    );
    await expect(write("another-question", "Two schools.")).rejects.toThrow(NotFound);
    await save({ state: "accepted", userId: world.ruth.userId, submittedAt: MONDAY, waitRank: 1 });
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 2,
      state: "draft",
      userId: actor.userId,
      submittedAt: null,
    });
  });

  it("refuses a page that is out of date, and one of two at the same moment", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    const save = (jobTitle: string) => saveDraft(actor, { reference, version: 1, jobTitle }, MONDAY);
    expect(await succeeded([save("Headteacher"), save("Head of school")])).toBe(1);
    await expect(save("Executive head")).rejects.toThrow(StaleVersion);
  });

  it("is refused to everybody else, the cohort's manager included", async () => {
    const { reference } = await candidateIn("draft", world);
    for (const other of [await applicant(), world.ruth, world.admin, world.priya]) {
      await expect(saveDraft(other, { reference, version: 1, ...FULL }, MONDAY)).rejects.toThrow(NotFound);
    }
  });

  it("is refused once it is sent", async () => {
    const { actor, reference } = await candidateIn("submitted", world);
    await expect(saveDraft(actor, { reference, version: 3, jobTitle: "Head" }, MONDAY)).rejects.toThrow(
      WrongState,
    );
  });

  it.each([
    "NPQEL-222222",
    "",
    "x".repeat(5_000),
    forged<string>({ not: "" }),
    forged<string>(["NPQEL-222222"]),
  ])("does not find the reference %j", async (reference) => {
    await expect(saveDraft(await applicant(), { reference, version: 1 }, MONDAY)).rejects.toThrow(NotFound);
  });
});

describe("sending it", () => {
  it("moves it on, tells the applicant once, and takes their name from it", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL, fullName: "Bashir Karim Noor" }, MONDAY);
    await submitApplication(actor, { reference, version: 2 }, MONDAY);
    const sent = await db.application.findUniqueOrThrow({ where: { id } });
    expect(sent).toMatchObject({ state: "submitted", submittedAt: MONDAY, declaredAt: MONDAY, version: 3 });
    expect(await db.user.findUniqueOrThrow({ where: { id: actor.userId } })).toMatchObject({
      name: "Bashir Karim Noor",
    });
    expect(await auditOf({ id })).toEqual(
      ["started", "saved", "submitted"].map((what) => `${actor.email}: application.${what}`),
    );
    const letter = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: actor.email } });
    expect(letter.subject).toBe(`We have your application: ${reference}`);
    expect(letter.text).toContain("Monday 14 December 2026");
    expect(letter.text).toContain(`http://localhost:3000/applications/${reference}`);
    expect(letter.text).not.toContain("also has to register");
  });

  it("reminds those who have not registered with DfE", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL, dfeRegistration: "not_sure" }, MONDAY);
    await submitApplication(actor, { reference, version: 2 }, MONDAY);
    const letter = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: actor.email } });
    expect(letter.text).toContain("also has to register for an NPQ with the Department for Education");
  });

  it("sends it once, whether clicked ten times at once or again later", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL }, MONDAY);
    const send = () => submitApplication(actor, { reference, version: 2 }, MONDAY);
    expect(await succeeded(Array.from({ length: 10 }, send))).toBe(10);
    await send();
    expect(await lettersTo(actor)).toEqual(["application-received"]);
    expect((await auditOf({ id })).filter((line) => line.endsWith("submitted"))).toHaveLength(1);
    expect(await versionOf({ id })).toBe(3);
  });

  it.each([
    "fullName",
    "dfeRegistration",
    "workplace",
    "jobTitle",
    "fundingRoute",
    "sponsorEmail",
    "mentorName",
    "residentialPlace",
  ])("is refused while %s is missing, and nothing is written", async (field) => {
    const { actor, reference, id } = await candidateIn("draft", world);
    const empty = ["dfeRegistration", "fundingRoute", "residentialPlace"].includes(field) ? null : "";
    await saveDraft(actor, { reference, version: 1, ...FULL, [field]: empty }, MONDAY);
    await expect(submitApplication(actor, { reference, version: 2 }, MONDAY)).rejects.toThrow(
      /^Before you send it, fill in /,
    );
    expect(await stateOf({ id })).toBe("draft");
    expect(await lettersTo(actor)).toEqual([]);
  });

  it.each([
    ["a statement that is too short", { statements: [{ key: "why-now", body: words(99) }] }],
    ["a declaration that is not made", { declarations: ["privacy_read" as const] }],
  ])("is refused with %s", async (_, changes) => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL }, MONDAY);
    await saveDraft(actor, { reference, version: 2, ...changes }, MONDAY);
    await expect(submitApplication(actor, { reference, version: 3 }, MONDAY)).rejects.toThrow(WrongState);
    expect(await stateOf({ id })).toBe("draft");
  });

  it("sends a copy of the answers, in both parts, without what was said about access and food", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    const needs = { access: "A ramp, please", dietary: "No <nuts>" };
    const statements = [{ key: "why-now", body: `Two & three <schools>.\n\n${words(110)}` }];
    await saveDraft(actor, { reference, version: 1, ...FULL, ...needs }, MONDAY);
    await saveDraft(actor, { reference, version: 2, statements }, MONDAY);
    await submitApplication(actor, { reference, version: 3 }, MONDAY);
    const { text, html } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: actor.email } });
    expect(text).toContain("Two & three <schools>.");
    expect(html).toContain("Two &amp; three &lt;schools&gt;.<br>");
    for (const part of [text, html]) {
      for (const said of ["Executive headteacher", "Graham Tully", "Oxford"]) expect(part).toContain(said);
      expect(part).not.toMatch(/ramp|nuts/);
    }
  });

  it("is never held up by the TRN", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL, trn: null }, MONDAY);
    await submitApplication(actor, { reference, version: 2 }, MONDAY);
    expect(await stateOf({ id })).toBe("submitted");
  });

  it.each([
    ["23:59 in London on the last day", "2027-03-26T23:59:59Z", "submitted"],
    ["the midnight after it", "2027-03-27T00:00:00Z", "draft"],
  ])("at %s leaves it %s", async (_, at, state) => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL }, MONDAY);
    const send = submitApplication(actor, { reference, version: 2 }, new Date(at));
    if (state === "draft") await expect(send).rejects.toThrow(/closed on 26 March 2027\. Your draft is kept/);
    else await send;
    expect(await stateOf({ id })).toBe(state);
  });

  it("is refused when another tab saved meanwhile: what is sent is what was checked", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await saveDraft(actor, { reference, version: 1, ...FULL }, MONDAY);
    const results = await Promise.allSettled([
      saveDraft(actor, { reference, version: 2, jobTitle: "" }, MONDAY),
      submitApplication(actor, { reference, version: 2 }, MONDAY),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state, jobTitle } = await db.application.findUniqueOrThrow({ where: { id } });
    expect([state, jobTitle === ""]).toEqual(jobTitle === "" ? ["draft", true] : ["submitted", false]);
    if (state === "draft") {
      await expect(submitApplication(actor, { reference, version: 2 }, MONDAY)).rejects.toThrow();
    }
  });

  it("is refused to everybody else, and from every other state", async () => {
    const draft = await candidateIn("draft", world);
    for (const other of [await applicant(), world.ruth, world.admin]) {
      await expect(
        submitApplication(other, { reference: draft.reference, version: 1 }, MONDAY),
      ).rejects.toThrow(NotFound);
    }
    for (const state of ["under_review", "offered", "accepted"] as const) {
      const { actor, reference, id } = await candidateIn(state, world);
      const version = await versionOf({ id });
      await expect(submitApplication(actor, { reference, version }, MONDAY)).rejects.toThrow(WrongState);
    }
  });
});

describe("withdrawing", () => {
  it.each(["submitted", "under_review", "waitlisted"] as const)(
    "ends one that is %s, with an e-mail and an audit row",
    async (state) => {
      const { actor, reference, id } = await candidateIn(state, world);
      await withdrawApplication(actor, { reference }, daysLater(1));
      expect(await stateOf({ id })).toBe("withdrawn");
      expect((await auditOf({ id })).at(-1)).toBe(`${actor.email}: application.withdrawn`);
      expect((await lettersTo(actor)).at(-1)).toBe("application-withdrawn");
    },
  );

  it("ends a draft without an e-mail", async () => {
    const { actor, reference, id } = await candidateIn("draft", world);
    await withdrawApplication(actor, { reference }, MONDAY);
    expect(await stateOf({ id })).toBe("withdrawn");
    expect(await lettersTo(actor)).toEqual([]);
  });

  it("gives a held place back, the funded one too", async () => {
    const before = await places(world.cohortId);
    const { actor, reference, id } = await candidateIn("offered", world, { fundedPlace: true });
    expect(await places(world.cohortId)).toEqual([before[0] + 1, before[1] + 1]);
    await withdrawApplication(actor, { reference }, daysLater(1));
    expect(await places(world.cohortId)).toEqual(before);
    expect(await db.offer.findFirst({ where: { applicationId: id } })).toMatchObject({
      outcome: "withdrawn",
      endedAt: daysLater(1),
    });
  });

  it("is done once, by its applicant alone, and not after a place is accepted", async () => {
    const { actor, reference } = await candidateIn("offered", world);
    for (const other of [await applicant(), world.ruth, world.admin]) {
      await expect(withdrawApplication(other, { reference }, MONDAY)).rejects.toThrow(NotFound);
    }
    const withdraw = () => withdrawApplication(actor, { reference }, MONDAY);
    expect(await succeeded([withdraw(), withdraw(), withdraw()])).toBe(1);
    await expect(withdraw()).rejects.toThrow(WrongState);
    const enrolled = await candidateIn("accepted", world);
    await expect(
      withdrawApplication(enrolled.actor, { reference: enrolled.reference }, MONDAY),
    ).rejects.toThrow(WrongState);
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });
});
