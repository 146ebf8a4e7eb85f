import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rejectApplication } from "@/lib/applications/decide";
import { answerEndorsement } from "@/lib/applications/endorsement/answer";
import { askingView } from "@/lib/applications/endorsement/asking";
import { endorsementForStaff, endorsementOfMine } from "@/lib/applications/endorsement/queries";
import { resendAsApplicant, resendAsStaff } from "@/lib/applications/endorsement/resend";
import { makeOffer } from "@/lib/applications/make-offer";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { tokenHash } from "@/lib/auth/secrets";
import { db } from "@/lib/db";
import { NotFound, WrongState } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { declined, ENDORSED, linkOf, sponsorAnswers, wrongPerson } from "@/prisma/seed/endorsing";
import {
  type Admissions,
  admissions,
  candidateIn,
  daysLater,
  FULL,
  lettersTo,
  MONDAY,
  versionOf,
} from "../support/admissions";
import { freshDatabase, type TestDatabase } from "../support/database";
import { emptyOutbox } from "../support/outbox";

/** The sponsor, by a personal link: asked when the application is sent, and answering once. */

let database: TestDatabase;
let people: Admissions;
const clientIp = "203.0.113.7";

beforeAll(async () => {
  database = await freshDatabase();
  people = await admissions();
});
afterAll(() => database?.dispose());

const TUESDAY = daysLater(1);
const waiting = (state: "submitted" | "under_review" | "waitlisted" = "submitted") =>
  candidateIn(state, people, { endorsed: false });
const asked = (applicationId: string) => db.endorsement.findFirstOrThrow({ where: { applicationId } });
const lettersOf = async (toAddress: string, about: string) =>
  db.outboxMessage.findMany({
    where: { toAddress, subject: { contains: about } },
    orderBy: { id: "asc" },
  });

describe("asking", () => {
  test("the sponsor is asked when the application is sent, and only the link's hash is kept", async () => {
    const { id, reference } = await waiting();
    const row = await asked(id);
    expect(row).toMatchObject({ sponsorName: FULL.sponsorName, askedAt: MONDAY, outcome: null });
    expect(row.expiresAt.toISOString()).toBe("2026-12-21T23:59:59.999Z");
    const token = await linkOf(id);
    expect(row.tokenHash).toBe(tokenHash(token));
    const [letter, ...more] = await lettersOf(FULL.sponsorEmail, reference);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ template: "endorsement-asked", secret: true, usefulUntil: row.expiresAt });
    for (const part of [letter?.text, letter?.html]) {
      expect(part).toContain(`/endorsements/${token}`);
      expect(part).toContain("Please answer by Monday 21 December 2026.");
    }
    const audit = await db.auditEntry.findFirstOrThrow({ where: { subjectId: row.id } });
    expect(audit.action).toBe("endorsement.asked");
    expect(JSON.stringify(audit.after)).not.toContain(token);
    expect(JSON.stringify(audit.after)).not.toContain(FULL.sponsorEmail);
  });

  test("nobody is asked for a draft", async () => {
    const { id } = await candidateIn("draft", people);
    expect(await db.endorsement.count({ where: { applicationId: id } })).toBe(0);
  });
});

describe("the page behind the link", () => {
  test("shows the parts that were shared while it waits, and never the address or the TRN", async () => {
    const { id, actor } = await waiting();
    const token = await linkOf(id);
    expect((await askingView(token, TUESDAY))?.shared).toEqual([]);
    await db.application.update({ where: { id }, data: { sponsorSees: ["work", "about"] } });
    const view = await askingView(token, TUESDAY);
    expect(view?.shared.map(({ part }) => part)).toEqual(["about", "work"]);
    expect(view).toMatchObject({ standing: "waiting", applicantName: actor.name, answerBy: "2026-12-21" });
    expect(view?.programme).toMatchObject({ learningMinutes: 4500, engagementThresholdPercent: 90 });
    const all = JSON.stringify(view);
    expect(all).not.toContain(actor.email);
    expect(all).not.toContain(FULL.trn);
    expect(all).not.toContain(FULL.statements[0]?.body);
    await sponsorAnswers(id, ENDORSED, TUESDAY);
    const after = await askingView(token, TUESDAY);
    expect(after).toMatchObject({ standing: "endorsed", shared: [], said: { on: "2026-11-24" } });
  });

  test("does not exist for another token, nor for what is none", async () => {
    for (const token of [newToken(), "", "x", "' OR 1=1", `${await linkOf((await waiting()).id)}x`])
      expect(await askingView(token, TUESDAY)).toBeNull();
  });
});

describe("answering", () => {
  test.each([
    [ENDORSED, "endorsement-given", "You said that the time it takes is released"],
    [declined("Not this year,\nthe trust is short."), "endorsement-declined", "> Not this year,"],
    [wrongPerson("Mrs Devine"), "endorsement-wrong-person", "> Mrs Devine"],
  ])("%# is kept, told to the applicant and confirmed to the sponsor", async (answer, told, said) => {
    const { id, reference, actor } = await waiting();
    await sponsorAnswers(id, answer, TUESDAY);
    expect(await asked(id)).toMatchObject({ ...answer, answeredAt: TUESDAY });
    expect(await lettersTo(actor)).toEqual(["application-received", told]);
    const receipt = (await lettersOf(FULL.sponsorEmail, reference)).at(-1);
    expect(receipt?.template).toBe("endorsement-receipt");
    expect(receipt?.text).toContain(said);
    expect(receipt?.html).toContain(said.replace(">", "&gt;"));
    const { id: subjectId } = await asked(id);
    const audit = await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["endorsement.asked", `endorsement.${answer.outcome}`]);
    expect(audit[1]?.actorId).toBeNull();
    if (answer.note) expect(JSON.stringify(audit[1]?.after)).not.toContain(answer.note.split("\n")[0]);
  });

  test("a decline is told to the cohort's managers with the note, to the applicant without", async () => {
    const { id, reference, actor } = await waiting();
    await sponsorAnswers(id, declined("Between us: too soon."), TUESDAY);
    const [ruth] = await lettersOf(people.ruth.email, reference);
    expect(ruth?.template).toBe("endorsement-declined-staff");
    expect(ruth?.text).toContain("> Between us: too soon.");
    expect(ruth?.html).toContain(`/staff/applications/${id}`);
    expect(await lettersOf(people.owen.email, reference)).toEqual([]);
    const toApplicant = await lettersOf(actor.email, reference);
    for (const { text, html } of toApplicant) expect(text + html).not.toContain("Between us");
    expect(JSON.stringify(await endorsementOfMine(actor, reference, TUESDAY))).not.toContain("Between us");
    expect((await endorsementForStaff(people.ruth, id, TUESDAY))?.note).toBe("Between us: too soon.");
  });

  test("the same answer twice is one; another one is not taken and changes nothing", async () => {
    const { id, reference } = await waiting();
    const token = await linkOf(id);
    const send = (answer: typeof ENDORSED) => answerEndorsement({ token, clientIp, ...answer }, TUESDAY);
    expect(await send(ENDORSED)).toBe(true);
    expect(await send(ENDORSED)).toBe(true);
    expect(await send(declined("I thought again."))).toBe(false);
    expect(await asked(id)).toMatchObject({ outcome: "endorsed", note: "" });
    expect(await lettersOf(FULL.sponsorEmail, reference)).toHaveLength(2);
  });

  test("two at once: one is taken, the other learns what was said", async () => {
    const { id, actor } = await waiting();
    const token = await linkOf(id);
    const answers = [ENDORSED, declined("No."), wrongPerson()];
    const taken = await Promise.all(
      answers.map((answer) => answerEndorsement({ token, clientIp, ...answer }, TUESDAY)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const { outcome } = await asked(id);
    expect(answers[taken.indexOf(true)]?.outcome).toBe(outcome);
    expect(await lettersTo(actor)).toHaveLength(2);
  });

  test("not by a link that ran out, was replaced, or whose application has ended", async () => {
    const late = await waiting();
    const token = await linkOf(late.id);
    const send = (at: Date, by = token) => answerEndorsement({ token: by, clientIp, ...ENDORSED }, at);
    await expect(send(new Date("2026-12-22T00:00:00Z"))).rejects.toThrow(/has run out/);
    await resendAsStaff(people.ruth, { applicationId: late.id, seen: (await asked(late.id)).id }, TUESDAY);
    await expect(send(TUESDAY)).rejects.toThrow(/A newer link was sent/);
    expect((await askingView(token, TUESDAY))?.standing).toBe("replaced");
    expect(await send(TUESDAY, await linkOf(late.id))).toBe(true);

    const withdrawn = await waiting();
    const link = await linkOf(withdrawn.id);
    await withdrawApplication(withdrawn.actor, withdrawn, TUESDAY);
    await expect(send(TUESDAY, link)).rejects.toThrow(WrongState);
    expect((await askingView(link, TUESDAY))?.standing).toBe("closed");
    const rejected = await waiting("under_review");
    const other = await linkOf(rejected.id);
    const decision = { applicationId: rejected.id, version: await versionOf(rejected) };
    await rejectApplication(people.ruth, { ...decision, reasons: ["places_full"], words: "" }, TUESDAY);
    await expect(send(TUESDAY, other)).rejects.toThrow(/does not wait for an answer/);
    await expect(send(TUESDAY, newToken())).rejects.toThrow(NotFound);
    await expect(send(TUESDAY, { not: "" } as never)).rejects.toThrow(NotFound);
  });

  test("sixty an hour from one network, then no more", async () => {
    const { id } = await waiting();
    const token = await linkOf(id);
    const send = () => answerEndorsement({ token, clientIp: "203.0.113.99", ...ENDORSED }, daysLater(2));
    for (let n = 0; n < 60; n++) await send();
    await expect(send()).rejects.toThrow(/Too many answers/);
  });
});

describe("an offer", () => {
  const offer = async (candidate: { id: string }, overrideReason?: string) =>
    makeOffer(
      people.ruth,
      {
        applicationId: candidate.id,
        version: await versionOf(candidate),
        fundedPlace: false,
        overrideReason,
      },
      TUESDAY,
    );

  test.each([null, declined("No."), wrongPerson()])(
    "waits for the endorsement, or has a reason: %#",
    async (said) => {
      const candidate = await waiting("under_review");
      if (said) await sponsorAnswers(candidate.id, said, MONDAY);
      await expect(offer(candidate)).rejects.toThrow(/without the sponsor’s endorsement/);
      await expect(offer(candidate, "")).rejects.toThrow(/without the sponsor’s endorsement/);
      expect(await db.offer.count({ where: { applicationId: candidate.id } })).toBe(0);
      await offer(candidate, "The chair has told us by telephone.");
      const kept = await db.offer.findFirstOrThrow({ where: { applicationId: candidate.id } });
      expect(kept.overrideReason).toBe("The chair has told us by telephone.");
      const audit = await db.auditEntry.findFirstOrThrow({
        where: { subjectId: candidate.id, action: "application.offered" },
      });
      expect(audit.after).toMatchObject({ endorsed: false });
    },
  );

  test("needs no reason once it is there, and keeps none", async () => {
    const candidate = await waiting("waitlisted");
    await sponsorAnswers(candidate.id, ENDORSED, MONDAY);
    await offer(candidate, "Typed by habit");
    const kept = await db.offer.findFirstOrThrow({ where: { applicationId: candidate.id } });
    expect(kept.overrideReason).toBeNull();
  });
});

describe("who may see how it stands", () => {
  test("the applicant and those who decide, and nobody else", async () => {
    const { id, reference, actor } = await waiting();
    expect(await endorsementOfMine(actor, reference, TUESDAY)).toMatchObject({ standing: "waiting" });
    for (const other of [people.ruth, people.owen, people.admin])
      expect(await endorsementOfMine(other, reference, TUESDAY)).toBeNull();
    for (const staff of [people.ruth, people.admin])
      expect(await endorsementForStaff(staff, id, TUESDAY)).toMatchObject({ needsOverride: true });
    for (const other of [people.owen, people.priya, actor])
      expect(await endorsementForStaff(other, id, TUESDAY)).toBeNull();
  });

  test("an address that the mail server refuses is shown as such", async () => {
    const { reference, actor, id } = await waiting();
    const { id: asking } = await asked(id);
    await db.outboxMessage.update({
      where: { dedupeKey: `endorsement-asked:${asking}` },
      data: { deadAt: TUESDAY },
    });
    expect(await endorsementOfMine(actor, reference, TUESDAY)).toMatchObject({ undelivered: true });
    await emptyOutbox();
    expect(await endorsementOfMine(actor, reference, TUESDAY)).toMatchObject({ undelivered: false });
  });

  test("who knows the applicant reads nothing of what the sponsor wrote, and sends nothing", async () => {
    const { id, reference } = await waiting();
    const { id: seen } = await asked(id);
    await db.conflictOfInterest.create({
      data: { applicationId: id, userId: people.ruth.userId, note: "Taught together", declaredAt: MONDAY },
    });
    await expect(resendAsStaff(people.ruth, { applicationId: id, seen }, TUESDAY)).rejects.toThrow(
      /somebody else reads and decides/,
    );
    await sponsorAnswers(id, declined("Between us."), TUESDAY);
    expect(await endorsementForStaff(people.ruth, id, TUESDAY)).toMatchObject({ note: "", canResend: false });
    expect(await endorsementForStaff(people.admin, id, TUESDAY)).toMatchObject({ note: "Between us." });
    expect(await lettersOf(people.ruth.email, reference)).toEqual([]);
  });

  test("asking again is for the applicant and those who decide", async () => {
    const { id, reference } = await waiting();
    const { id: seen } = await asked(id);
    await expect(resendAsApplicant(people.ruth, { reference, seen }, daysLater(2))).rejects.toThrow(NotFound);
    for (const other of [people.owen, people.priya])
      await expect(resendAsStaff(other, { applicationId: id, seen }, TUESDAY)).rejects.toThrow(NotFound);
    expect(await db.endorsement.count({ where: { applicationId: id } })).toBe(1);
  });
});
