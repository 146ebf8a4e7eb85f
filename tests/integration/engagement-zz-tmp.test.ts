import { test, beforeAll } from "vitest";
import { seedLargeCohort } from "@/prisma/seed/large";
import { administrator, npqelSaved } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { db } from "@/lib/db";
import { cohortEngagement } from "@/lib/engagement/queries";
import { recount } from "@/lib/engagement/recount";
test("large", async () => {
  await freshDatabase();
  const admin = await administrator();
  await npqelSaved(admin);
  const t = Date.now();
  await seedLargeCohort(3000, (l) => console.log(l, Date.now() - t));
  const c = await db.cohort.findFirstOrThrow();
  for (const sort of ["name", "to_date", "name", "to_date"] as const) {
    const s = Date.now();
    await cohortEngagement(admin, c.id, { page: 20, sort, q: "" }, new Date("2026-11-23T09:00:00Z"));
    console.log(sort, Date.now() - s);
  }
  const s = Date.now();
  console.log("recount", await recount(admin, c.id, new Date()), Date.now() - s);
}, 300_000);
