import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerEndorsement } from "@/lib/applications/endorsement/answer";
import { askingView } from "@/lib/applications/endorsement/asking";
import { changeSponsor } from "@/lib/applications/endorsement/change-sponsor";
import { endorsementForStaff, endorsementOfMine } from "@/lib/applications/endorsement/queries";
import { remindSponsors } from "@/lib/applications/endorsement/remind";
import { resendAsApplicant, resendAsSponsor, resendAsStaff } from "@/lib/applications/endorsement/resend";
import type { SponsorRole } from "@/lib/applications/schema-choices";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFound, StaleVersion } from "@/lib/errors";
import { declined, ENDORSED, linkOf, sponsorAnswers, wrongPerson } from "@/prisma/seed/endorsing";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  daysLater,
  FULL,
  lettersTo,
  MONDAY,
  versionOf,
} from "../support/admissions";
import { freshDatabase, type TestDatabase } from "../support/database";

/** New links: sent again, sent to somebody else, sent as a reminder. */

let database: TestDatabase;
let people: Admissions;
const clientIp = "203.0.113.7";

beforeAll(async () => {
  database = await freshDatabase();
  people = await admissions();
});
afterAll(() => database?.dispose());

const TUESDAY = daysLater(1);
const waiting = (at = MONDAY) => candidateIn("submitted", people, { endorsed: false, at });
const rowsOf = ({ id }: Candidate) =>
  db.endorsement.findMany({ where: { applicationId: id }, orderBy: [{ askedAt: "asc" }, { id: "asc" }] });
const lastOf = async (candidate: Candidate) => (await rowsOf(candidate)).at(-1)?.id ?? "";
const lettersAbout = async ({ reference }: Candidate, toAddress = FULL.sponsorEmail) =>
  (
    await db.outboxMessage.findMany({
      where: { toAddress, subject: { contains: reference } },
      orderBy: { id: "asc" },
    })
  ).map(({ template }) => template);

describe("sending the link again", () => {
  test("the applicant may, a day later; the old link ends, the new one has its whole time", async () => {
    const candidate = await waiting();
    const old = await linkOf(candidate.id);
    const again = async (at: Date) =>
      resendAsApplicant(candidate.actor, { ...candidate, seen: await lastOf(candidate) }, at);
    await expect(again(new Date(TUESDAY.getTime() - 1))).rejects.toThrow(
      /after Tuesday 24 November 2026, 09:00/,
    );
    await again(TUESDAY);
    const [first, second] = await rowsOf(candidate);
    expect(first?.endedAt).toEqual(TUESDAY);
    expect(second?.expiresAt.toISOString()).toBe("2026-12-22T23:59:59.999Z");
    expect((await askingView(old, TUESDAY))?.standing).toBe("replaced");
    expect((await askingView(await linkOf(candidate.id), TUESDAY))?.standing).toBe("waiting");
    expect(await lettersAbout(candidate)).toEqual(["endorsement-asked", "endorsement-asked"]);
  });

  test("five times in all, and then staff still may", async () => {
    const candidate = await waiting();
    for (let day = 1; day <= 5; day++)
      await resendAsApplicant(
        candidate.actor,
        { ...candidate, seen: await lastOf(candidate) },
        daysLater(day),
      );
    const seen = await lastOf(candidate);
    const sixth = resendAsApplicant(candidate.actor, { ...candidate, seen }, daysLater(9));
    await expect(sixth).rejects.toThrow(/as often as it can be/);
    await resendAsStaff(people.ruth, { applicationId: candidate.id, seen }, daysLater(9));
    expect(await rowsOf(candidate)).toHaveLength(7);
  });

  test("clicked twice, or by both at once, one is sent", async () => {
    const candidate = await waiting();
    const seen = await lastOf(candidate);
    const input = { applicationId: candidate.id, reference: candidate.reference, seen };
    await Promise.all([
      resendAsStaff(people.ruth, input, TUESDAY),
      resendAsStaff(people.admin, input, TUESDAY),
      resendAsApplicant(candidate.actor, input, TUESDAY),
    ]);
    expect(await lettersAbout(candidate)).toHaveLength(2);
  });

  test("the sponsor may from a link that ran out, to the same address", async () => {
    const candidate = await waiting();
    const token = await linkOf(candidate.id);
    const ask = (at: Date) => resendAsSponsor({ token, clientIp }, at);
    await expect(ask(TUESDAY)).rejects.toThrow(/does not need to be sent again/);
    const late = daysLater(29);
    await ask(late);
    await ask(late);
    expect(await lettersAbout(candidate)).toEqual(["endorsement-asked", "endorsement-asked"]);
    expect(await answerEndorsement({ token: await linkOf(candidate.id), clientIp, ...ENDORSED }, late)).toBe(
      true,
    );
    await expect(ask(late)).resolves.toBeUndefined();
    await expect(resendAsSponsor({ token: "x", clientIp }, late)).rejects.toThrow(NotFound);
  });

  test("not once it is answered or over; after a decline only by staff", async () => {
    const endorsed = await candidateIn("under_review", people);
    const seen = await lastOf(endorsed);
    await expect(resendAsStaff(people.ruth, { applicationId: endorsed.id, seen }, TUESDAY)).rejects.toThrow(
      /nothing to send again/,
    );
    const withdrawn = await waiting();
    await withdrawApplication(withdrawn.actor, withdrawn, TUESDAY);
    const last = await lastOf(withdrawn);
    await expect(
      resendAsApplicant(withdrawn.actor, { ...withdrawn, seen: last }, daysLater(3)),
    ).rejects.toThrow(/nothing to send again/);

    const refused = await waiting();
    await sponsorAnswers(refused.id, declined("Too soon."), TUESDAY);
    const answered = await lastOf(refused);
    await expect(
      resendAsApplicant(refused.actor, { ...refused, seen: answered }, daysLater(3)),
    ).rejects.toThrow(/nothing to send again/);
    await resendAsStaff(people.ruth, { applicationId: refused.id, seen: answered }, daysLater(3));
    await sponsorAnswers(refused.id, ENDORSED, daysLater(4));
    const view = await endorsementForStaff(people.ruth, refused.id, daysLater(4));
    expect(view).toMatchObject({ standing: "endorsed", needsOverride: false });
    expect(view?.earlier).toMatchObject([{ standing: "declined", note: "Too soon." }]);
  });
});

const OTHER = {
  sponsorRole: "chair_of_trustees" as SponsorRole,
  sponsorName: "Isobel Devine",
  sponsorEmail: "isobel.devine@example.org",
};

describe("naming another sponsor", () => {
  const change = async (candidate: Candidate, other = OTHER, at = TUESDAY) =>
    changeSponsor(
      candidate.actor,
      { reference: candidate.reference, version: await versionOf(candidate), ...other },
      at,
    );

  test("after the wrong person: the new one is asked, and told nothing of the old one", async () => {
    const candidate = await waiting();
    await sponsorAnswers(candidate.id, wrongPerson("Mrs Devine"), MONDAY);
    expect(await endorsementOfMine(candidate.actor, candidate.reference, MONDAY)).toMatchObject({
      standing: "wrong_person",
      rightPerson: "Mrs Devine",
      canChange: true,
      resend: null,
    });
    await change(candidate);
    expect(await lettersAbout(candidate, OTHER.sponsorEmail)).toEqual(["endorsement-asked"]);
    expect(await endorsementOfMine(candidate.actor, candidate.reference, TUESDAY)).toMatchObject({
      sponsorName: OTHER.sponsorName,
      sponsorEmail: OTHER.sponsorEmail,
      standing: "waiting",
    });
    await sponsorAnswers(candidate.id, ENDORSED, TUESDAY);
    const audit = await db.auditEntry.findMany({ where: { action: "application.sponsor_changed" } });
    expect(audit.map(({ subjectId }) => subjectId)).toContain(candidate.id);
  });

  test("while it waits or after a decline; the link of the one before says that somebody else is asked", async () => {
    const candidate = await waiting();
    const old = await linkOf(candidate.id);
    await change(candidate);
    expect(await askingView(old, TUESDAY)).toMatchObject({ standing: "replaced", othersTurn: true });
    await sponsorAnswers(candidate.id, declined("No."), TUESDAY);
    await change(candidate, { ...OTHER, sponsorName: "Kim Ode", sponsorEmail: "kim.ode@example.org" });
    expect((await rowsOf(candidate)).map(({ outcome, endedAt }) => outcome ?? Boolean(endedAt))).toEqual([
      true,
      "declined",
      false,
    ]);
  });

  test("not once endorsed, not from a stale page, not oneself, not whom we wrote to", async () => {
    const endorsed = await candidateIn("under_review", people);
    await expect(change(endorsed)).rejects.toThrow(/can no longer be changed/);
    const candidate = await waiting();
    const { actor, reference } = candidate;
    await expect(changeSponsor(actor, { reference, version: 1, ...OTHER }, TUESDAY)).rejects.toThrow(
      StaleVersion,
    );
    await expect(change(candidate, { ...OTHER, sponsorEmail: actor.email })).rejects.toThrow(/not your own/);
    await expect(change(candidate, { ...OTHER, sponsorEmail: FULL.sponsorEmail })).rejects.toThrow(
      /written to this one/,
    );
    const version = await versionOf(candidate);
    for (const other of [people.ruth, people.admin])
      await expect(changeSponsor(other, { reference, version, ...OTHER }, TUESDAY)).rejects.toThrow(NotFound);
    await Promise.all([0, 1].map(() => changeSponsor(actor, { reference, version, ...OTHER }, TUESDAY)));
    expect(await lettersAbout(candidate, OTHER.sponsorEmail)).toEqual(["endorsement-asked"]);
  });

  test("six people at most are written to", async () => {
    const candidate = await waiting();
    for (let n = 1; n <= 5; n++)
      await change(
        candidate,
        { ...OTHER, sponsorName: "Somebody", sponsorEmail: `somebody.${n}@example.org` },
        daysLater(n),
      );
    await expect(change(candidate)).rejects.toThrow(/as often as they can be/);
  });
});

describe("reminders", () => {
  test("a week and two weeks after the asking across the end of summer time, once each, and then the applicant is told", async () => {
    // Asked on Tuesday 20 October in summer time; the clocks go back on the 25th.
    const candidate = await waiting(londonTime("2026-10-20", "18:00"));
    const first = await linkOf(candidate.id);
    const run = (day: string, time = "10:12") => remindSponsors(londonTime(day, time));
    const sent = async () => (await lettersAbout(candidate)).filter((each) => each !== "endorsement-asked");
    await run("2026-10-26");
    expect(await sent()).toEqual([]);
    await run("2026-10-27", "06:12");
    expect(await sent(), "not before nine").toEqual([]);
    await Promise.all([run("2026-10-27"), run("2026-10-27")]);
    await run("2026-10-27", "11:12");
    await run("2026-10-30");
    expect(await sent()).toEqual(["endorsement-reminder"]);
    await run("2026-11-03");
    await run("2026-11-10");
    expect(await sent()).toEqual(["endorsement-reminder", "endorsement-reminder"]);
    const rows = await rowsOf(candidate);
    expect(new Set(rows.map(({ askedAt, expiresAt }) => `${askedAt} ${expiresAt}`)).size).toBe(1);
    // Each of the three links opens the same asking.
    expect(await askingView(first, londonTime("2026-11-10", "12:00"))).toMatchObject({ standing: "waiting" });

    await run("2026-11-17");
    expect(await lettersTo(candidate.actor)).toEqual(["application-received"]);
    await run("2026-11-18");
    await run("2026-11-18", "11:12");
    await run("2026-11-19");
    expect(await lettersTo(candidate.actor)).toEqual(["application-received", "endorsement-unanswered"]);
    expect(await askingView(first, londonTime("2026-11-18", "00:00"))).toMatchObject({ standing: "expired" });
  });

  test("an answer by the first link counts after a reminder, once", async () => {
    const candidate = await waiting();
    const first = await linkOf(candidate.id);
    await remindSponsors(londonTime("2026-11-30", "10:12"));
    const second = await linkOf(candidate.id);
    expect(second).not.toBe(first);
    const at = londonTime("2026-11-30", "12:00");
    const taken = await Promise.all(
      [first, second].map((token, n) =>
        answerEndorsement({ token, clientIp, ...(n ? declined("No.") : ENDORSED) }, at),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect((await askingView(first, at))?.said).toEqual((await askingView(second, at))?.said);
  });

  test("nobody is reminded who has answered, or whose applicant has withdrawn", async () => {
    const answered = await waiting();
    await sponsorAnswers(answered.id, ENDORSED, TUESDAY);
    const withdrawn = await waiting();
    await withdrawApplication(withdrawn.actor, withdrawn, TUESDAY);
    await remindSponsors(londonTime("2026-12-07", "10:12"));
    for (const candidate of [answered, withdrawn])
      expect(await lettersAbout(candidate)).not.toContain("endorsement-reminder");
  });
});
