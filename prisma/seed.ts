import { db, disconnect } from "@/lib/db";
import { DEMO_NOW } from "./seed/cast";
import { seedDemo } from "./seed/demo";
import { seedLargeCohort } from "./seed/large";

/**
 * Fills the database at DATABASE_URL: an empty one with the demo, and with --participants N one more cohort of that
 * size, for measuring. npm start and npm run seed call it.
 */
const at = process.argv.indexOf("--participants");
const participants = at === -1 ? 0 : Number(process.argv[at + 1]);
if (!Number.isInteger(participants) || participants < 0 || participants > 20_000) {
  console.error("--participants takes a whole number, 1 to 20000.");
  process.exit(1);
}
const say = (line: string) => console.log(`  ${line}`);
try {
  if ((await db.setting.findUnique({ where: { key: "demo.seeded" } })) === null) {
    await seedDemo(say);
    await db.setting.create({ data: { key: "demo.seeded", value: DEMO_NOW, setAt: new Date(DEMO_NOW) } });
  }
  if (participants > 0) await seedLargeCohort(participants, say);
} finally {
  await disconnect();
}
