import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declineOffer } from "@/lib/applications/answer-offer";
import { remindSponsors } from "@/lib/applications/endorsement/remind";
import { remindApplicant } from "@/lib/applications/remind";
import { saveDraft } from "@/lib/applications/save-draft";
import { submitApplication } from "@/lib/applications/submit";
import { db, disconnect } from "@/lib/db";
import { NotFound, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  auditOf,
  candidateIn,
  daysLater,
  FULL,
  lettersTo,
  MONDAY,
} from "../support/admissions";
import { did, form, remind } from "../support/bulk";
import { freshDatabase } from "../support/database";
import { succeeded } from "../support/signing-in";

/** Reminders to many: to whom they concern, and once a day. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const sponsorLetters = (applicationId: string) =>
  db.endorsement.count({ where: { applicationId, remindedAt: { not: null } } });

describe("of an offer to be answered", () => {
  it("reach those who have one, once a day and again the next", async () => {
    const one = await candidateIn("offered", world);
    const answered = await candidateIn("offered", world);
    const other = await candidateIn("under_review", world);
    const all = [one, answered, other];
    const input = await form(world, remind("offer"), all);
    await declineOffer(answered.actor, { reference: answered.reference }, MONDAY);
    const none = "There is no offer to be answered any more.";
    expect(await did(world.ruth, input)).toEqual(["done", none, none]);
    expect((await lettersTo(one.actor)).at(-1)).toBe("offer-reminder");
    expect((await auditOf(one)).at(-1)).toBe(`${world.ruth.email}: application.reminded`);
    expect(await did(world.admin, await form(world, remind("offer"), [one]), daysLater(0.3))).toEqual([
      "A reminder has gone out today already.",
    ]);
    expect(await did(world.admin, await form(world, remind("offer"), [one]), daysLater(1))).toEqual(["done"]);
    expect((await lettersTo(one.actor)).filter((each) => each === "offer-reminder")).toHaveLength(2);
    // The offer's last day has passed, and the timed work has not ended it yet.
    expect(await did(world.ruth, await form(world, remind("offer"), [one]), daysLater(15))).toEqual([none]);
  });

  it("go out once when two ask for it at the same moment", async () => {
    const { id, actor } = await candidateIn("offered", world);
    const ask = () => remindApplicant(world.ruth, { applicationId: id, about: "offer" }, MONDAY);
    expect(await succeeded([ask(), ask(), ask()])).toBe(1);
    expect((await lettersTo(actor)).filter((each) => each === "offer-reminder")).toHaveLength(1);
  });

  it("are for the cohort's managers to send, and not to oneself", async () => {
    const { id, actor } = await candidateIn("offered", world);
    for (const who of [world.owen, world.priya, actor])
      await expect(remindApplicant(who, { applicationId: id, about: "offer" }, MONDAY)).rejects.toThrow(
        NotFound,
      );
    for (const applicationId of ["", "x", "0", crypto.randomUUID()])
      await expect(remindApplicant(world.admin, { applicationId, about: "draft" }, MONDAY)).rejects.toThrow(
        NotFound,
      );
  });
});

describe("of a draft not sent", () => {
  it("reach its applicant while applications are open, and not one who has sent it meanwhile", async () => {
    const draft = await candidateIn("draft", world);
    const sent = await candidateIn("draft", world);
    const input = await form(world, remind("draft"), [draft, sent]);
    const { reference } = sent;
    await saveDraft(sent.actor, { reference, version: 1, ...FULL, fullName: sent.actor.name }, MONDAY);
    await submitApplication(sent.actor, { reference, version: 2 }, MONDAY);
    expect(await did(world.ruth, input)).toEqual(["done", "It has been sent meanwhile."]);
    expect(await lettersTo(draft.actor)).toEqual(["draft-reminder"]);
    const closed = new Date("2027-03-27T09:00:00Z");
    await expect(
      remindApplicant(world.ruth, { applicationId: draft.id, about: "draft" }, closed),
    ).rejects.toThrow(WrongState);
    await expect(
      remindApplicant(world.owen, { applicationId: draft.id, about: "draft" }, MONDAY),
    ).rejects.toThrow(NotFound);
  });
});

describe("of an endorsement awaited", () => {
  it("reach the sponsor by a new link, not on the day of the asking, and not twice on one day", async () => {
    const waits = await candidateIn("submitted", world);
    const endorsed = await candidateIn("under_review", world);
    const all = [waits, endorsed];
    const settled = "No sponsor’s answer is awaited any more.";
    const ask = async (at: Date) => did(world.ruth, await form(world, remind("sponsor"), all), at);
    expect(await ask(MONDAY)).toEqual(["The sponsor was written to today already.", settled]);
    expect(await ask(daysLater(2))).toEqual(["done", settled]);
    expect(await ask(daysLater(2.2))).toEqual(["The sponsor was written to today already.", settled]);
    expect(await sponsorLetters(waits.id)).toBe(1);
    // The reminders that go out by themselves keep their days.
    await remindSponsors(daysLater(7));
    expect(await sponsorLetters(waits.id)).toBe(2);
    expect(await ask(daysLater(29))).toEqual([expect.stringMatching(/link has run out/), settled]);
    const by = await db.auditEntry.findMany({
      where: { action: "endorsement.reminded", after: { path: ["applicationId"], equals: waits.id } },
      orderBy: { id: "asc" },
    });
    expect(by.map(({ actorId }) => actorId)).toEqual([world.ruth.userId, null]);
  });
});
