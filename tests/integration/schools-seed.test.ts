import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { searchWorkplaces, workplaceByCode } from "@/lib/schools/queries";
import { applicants, participants } from "@/prisma/seed/cast";
import { placeNamed, seedSchools } from "@/prisma/seed/schools";
import { freshDatabase } from "../support/database";

beforeAll(async () => {
  await freshDatabase();
  await seedSchools(new Date("2024-11-04T09:00:00Z"));
});

it("the demo's register has sixty schools, some closed, and eight trusts", async () => {
  expect(await db.school.count()).toBe(60);
  expect(await db.school.count({ where: { open: false } })).toBe(4);
  expect(await db.trust.count({ where: { open: true } })).toBe(8);
});

it.each([...new Set([...applicants, ...participants].map(({ workplace }) => workplace))])(
  "%s, where somebody of the demo works, is in it",
  async (name) => {
    const place = placeNamed(name);
    expect(place && (await workplaceByCode(place.kind, place.code))).toMatchObject({ name, open: true });
    const { workplaces } = await searchWorkplaces(name);
    expect(workplaces[0]).toMatchObject({ name, code: place?.code });
  },
);
