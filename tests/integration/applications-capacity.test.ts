import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declineOffer } from "@/lib/applications/answer-offer";
import { makeOffer } from "@/lib/applications/make-offer";
import { disconnect } from "@/lib/db";
import { WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  lettersTo,
  MONDAY,
  places,
  placesCounted,
  stateOf,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { succeeded } from "../support/signing-in";

let world: Admissions;
let waiting: Candidate[];

/** Five places, two of them funded, and twenty people under review. */
beforeAll(async () => {
  await freshDatabase();
  world = await admissions(5, 2);
  waiting = [];
  for (let made = 0; made < 20; made++) waiting.push(await candidateIn("under_review", world));
});
afterAll(disconnect);

async function offerTo({ id }: Candidate, fundedPlace: boolean): Promise<void> {
  await makeOffer(world.ruth, { applicationId: id, version: await versionOf({ id }), fundedPlace }, MONDAY);
}

const inState = async (state: string) => {
  const states = await Promise.all(waiting.map(stateOf));
  return waiting.filter((_, index) => states[index] === state);
};

describe("a cohort's places", () => {
  it("two funded ones go to two of six who are offered one at the same moment", async () => {
    expect(await succeeded(waiting.slice(0, 6).map((each) => offerTo(each, true)))).toBe(2);
    expect(await places(world.cohortId)).toEqual([2, 2]);
    const [refused] = await inState("under_review");
    if (!refused) throw new Error("nobody was refused");
    await expect(offerTo(refused, true)).rejects.toThrow(/No funded place is left/);
    // Nothing half-written: no offer, no e-mail of one.
    expect(await lettersTo(refused.actor)).toEqual(["application-received", "endorsement-given"]);
  });

  it("the other three go to three of eighteen", async () => {
    const left = await inState("under_review");
    expect(left).toHaveLength(18);
    expect(await succeeded(left.map((each) => offerTo(each, false)))).toBe(3);
    expect(await places(world.cohortId)).toEqual([5, 2]);
    expect(await placesCounted(world.cohortId)).toEqual([5, 2]);
    const [refused] = await inState("under_review");
    if (!refused) throw new Error("nobody was refused");
    await expect(offerTo(refused, false)).rejects.toThrow(WrongState);
    await expect(offerTo(refused, false)).rejects.toThrow(/No place is left in this cohort/);
  });

  it("one that is declined goes to the next, once", async () => {
    const [gone] = await inState("offered");
    if (!gone) throw new Error("nobody has an offer");
    await declineOffer(gone.actor, { reference: gone.reference }, MONDAY);
    const left = await inState("under_review");
    expect(await succeeded(left.map((each) => offerTo(each, false)))).toBe(1);
    expect((await places(world.cohortId))[0]).toBe(5);
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });
});
