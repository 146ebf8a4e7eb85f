import { db, disconnect, openDatabase } from "@/lib/db";
import { searchWorkplaces } from "@/lib/schools/queries";
import { borrowEmbeddedPostgres } from "../../scripts/lib/embedded-postgres";

/**
 * node --conditions=react-server --import tsx tests/support/time-searches.ts — how long searches take in the embedded
 * database, each thirty times: the middle one and the slowest, in milliseconds.
 */
const SEARCHES = [
  "st marys",
  "Saint Étienne",
  "stanner bridge",
  "100500",
  "ZA3 4AP",
  "za34ap",
  "fairlea bridge lham primary",
  "school",
  "primary school",
  "pr",
  "st",
  "learning trust",
  "no such place",
];
const embedded = await borrowEmbeddedPostgres({ onProgress: () => {} });
openDatabase(embedded.url("portal"));
console.log(`${await db.school.count({ where: { open: true } })} open of ${await db.school.count()} schools`);
for (const words of SEARCHES) {
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < 30; i++) {
    const began = performance.now();
    found = (await searchWorkplaces(words)).workplaces.length;
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [middle = 0, slowest = 0] = [times[15], times[29]];
  console.log(`${words.padEnd(30)} ${middle.toFixed(1)} ${slowest.toFixed(1)}   ${found} shown`);
}
await disconnect();
await embedded.release();
process.exit(0);
