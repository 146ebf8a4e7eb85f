import { afterAll, beforeAll, expect, it } from "vitest";
import { bulkPreview } from "@/lib/applications/bulk/preview";
import { bulkAddress } from "@/lib/applications/schema-bulk";
import { db, disconnect } from "@/lib/db";
import { newReference } from "@/lib/ids";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  MONDAY,
  places,
  placesCounted,
} from "../support/admissions";
import { did, form, OFFER } from "../support/bulk";
import { freshDatabase } from "../support/database";

/** Five places, two of them funded, and a hundred people under review. */

let world: Admissions;
const all: Pick<Candidate, "id" | "reference">[] = [];
beforeAll(async () => {
  await freshDatabase();
  world = await admissions(5, 2);
  all.push(...(await alike(await candidateIn("under_review", world), 100)));
});
afterAll(disconnect);

/** So many applications like that one, each of a person of its own: a hundred through the verbs take a minute. */
async function alike({ id }: Candidate, count: number) {
  const one = await db.application.findUniqueOrThrow({ where: { id }, include: { endorsements: true } });
  const { endorsements, carriedFromId: _, ...application } = one;
  const made = Array.from({ length: count }, (_each, number) => ({
    id: crypto.randomUUID(),
    userId: crypto.randomUUID(),
    reference: newReference("NPQEL"),
    number,
  }));
  await db.user.createMany({
    data: made.map(({ userId, number }) => ({
      id: userId,
      email: `many.${number}@example.org`,
      createdAt: MONDAY,
    })),
  });
  await db.application.createMany({
    data: made.map(({ number, ...each }) => ({ ...application, ...each, fullName: `Bashir Noor ${number}` })),
  });
  await db.endorsement.createMany({
    data: made.flatMap((each) =>
      endorsements
        .filter(({ outcome }) => outcome === "endorsed")
        .map((given) => ({
          ...given,
          id: crypto.randomUUID(),
          applicationId: each.id,
          tokenHash: each.id.padEnd(64, "0"),
        })),
    ),
  });
  return made;
}

it("the page says who of a hundred finds a place: the first five of those chosen", async () => {
  const a = all.map(({ reference }) => reference);
  const preview = await bulkPreview(world.ruth, bulkAddress.parse({ act: "offer", a }), MONDAY);
  if (!preview || "cohorts" in preview) throw new Error("no preview");
  expect(preview.rows.map(({ reference }) => reference)).toEqual(a.slice(0, 5));
  expect(new Set(preview.left.map(({ why }) => why))).toEqual(new Set(["No place is left for it."]));
  const funded = await bulkPreview(world.ruth, bulkAddress.parse({ act: "offer", a, funded: "yes" }), MONDAY);
  if (!funded || "cohorts" in funded) throw new Error("no preview");
  expect(funded.rows).toHaveLength(2);
});

it("two hundred offers to a hundred at five places, by two at once, give exactly five", async () => {
  const forms = await Promise.all([form(world, OFFER, all), form(world, OFFER, all.toReversed())]);
  const [one = [], other = []] = await Promise.all([did(world.ruth, forms[0]), did(world.admin, forms[1])]);
  const done = [...one, ...other].filter((each) => each === "done");
  expect(done).toHaveLength(5);
  expect(one.filter((each) => /No place is left in this cohort/.test(each)).length).toBeGreaterThanOrEqual(
    95,
  );
  expect(await places(world.cohortId)).toEqual([5, 0]);
  expect(await placesCounted(world.cohortId)).toEqual([5, 0]);
}, 120_000);
