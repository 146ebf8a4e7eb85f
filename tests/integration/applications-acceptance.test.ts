import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptOffer } from "@/lib/applications/answer-offer";
import { saveDraft } from "@/lib/applications/save-draft";
import type { Changes } from "@/lib/applications/schema-answers";
import { COMMITMENTS } from "@/lib/applications/schema-choices";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db, disconnect } from "@/lib/db";
import { WrongState } from "@/lib/errors";
import {
  ACCEPTANCE,
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  daysLater,
  places,
  placesCounted,
  stateOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { succeeded } from "../support/signing-in";

let world: Admissions;
const TUESDAY = daysLater(1);

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(400, 200);
});
afterAll(disconnect);

const accept = ({ actor, reference }: Candidate, acceptance: Partial<typeof ACCEPTANCE> = {}) =>
  acceptOffer(actor, { reference, ...ACCEPTANCE, ...acceptance }, TUESDAY);
const invoiceOf = ({ id }: Candidate) => db.invoiceDetails.findUnique({ where: { applicationId: id } });
const mentorsOf = ({ id }: Candidate) =>
  db.npqMentor.findMany({ where: { enrolment: { applicationId: id } } });
const rewritten = ({ id }: Candidate, data: Omit<Changes, "statements" | "access" | "dietary">) =>
  db.application.update({ where: { id }, data });

describe("what is taken on", () => {
  it("is kept with the offer, and who the invoice goes to with the application", async () => {
    const candidate = await candidateIn("offered", world);
    await accept(candidate);
    const offer = await db.offer.findFirstOrThrow({ where: { applicationId: candidate.id } });
    expect(offer.commitments).toEqual([...COMMITMENTS]);
    expect(await invoiceOf(candidate)).toEqual({
      applicationId: candidate.id,
      ...ACCEPTANCE.invoice,
      savedAt: TUESDAY,
    });
  });

  it.each([
    ["a commitment", { commitments: COMMITMENTS.slice(1) }],
    ["who pays", { invoice: null }],
  ])("is refused without %s, and nothing is written", async (_, acceptance) => {
    const candidate = await candidateIn("offered", world);
    await expect(accept(candidate, acceptance)).rejects.toThrow(WrongState);
    expect(await stateOf(candidate)).toBe("offered");
    expect(await invoiceOf(candidate)).toBeNull();
    expect(await db.enrolment.count({ where: { applicationId: candidate.id } })).toBe(0);
  });

  it("asks for no invoice where the place is funded, and keeps none", async () => {
    const first = await candidateIn("offered", world, { fundedPlace: true });
    await accept(first, { invoice: null });
    const second = await candidateIn("offered", world, { fundedPlace: true });
    await accept(second);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["accepted", "accepted"]);
    expect([await invoiceOf(first), await invoiceOf(second)]).toEqual([null, null]);
  });
});

describe("the mentor that was named", () => {
  it("becomes the enrolment's", async () => {
    const candidate = await candidateIn("accepted", world);
    expect(await mentorsOf(candidate)).toMatchObject([
      { name: "Graham Tully", email: "graham.tully@example.org", jobTitle: "Chief executive", endedAt: null },
    ]);
  });

  it("is the sponsor, with the job title of their endorsement, where they are the same", async () => {
    const candidate = await candidateIn("offered", world);
    await rewritten(candidate, { mentorIsSponsor: true });
    await accept(candidate);
    expect(await mentorsOf(candidate)).toMatchObject([
      { name: "Helen Marchbank", email: "helen.marchbank@example.org", jobTitle: "Chief executive" },
    ]);
  });

  it("is nobody for an application from before mentors were asked for", async () => {
    const candidate = await candidateIn("offered", world);
    await rewritten(candidate, { mentorIsSponsor: null });
    await accept(candidate);
    expect(await mentorsOf(candidate)).toEqual([]);
  });
});

describe("two at the same moment", () => {
  it("accept or withdraw: one of them wins, and the place is counted once", async () => {
    for (let round = 0; round < 5; round++) {
      const candidate = await candidateIn("offered", world);
      const { actor, reference, id } = candidate;
      expect(await succeeded([accept(candidate), withdrawApplication(actor, { reference }, TUESDAY)])).toBe(
        1,
      );
      const enrolled = await db.enrolment.count({ where: { applicationId: id } });
      expect([await stateOf(candidate), enrolled]).toEqual(
        enrolled === 1 ? ["accepted", 1] : ["withdrawn", 0],
      );
      expect((await invoiceOf(candidate)) !== null).toBe(enrolled === 1);
    }
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });

  it("save and send: what is sent is what was saved before", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    const save = (jobTitle: string) => saveDraft(actor, { reference, version: 1, jobTitle }, TUESDAY);
    expect(await succeeded([save("Head"), save("Executive head"), save("Deputy")])).toBe(1);
  });
});
