import { command } from "./lib/command";
import { rowsOf, shownUrl } from "./lib/databases";
import { demoName, renewDemo, seedDemo } from "./lib/demo-database";
import { startEmbeddedPostgres } from "./lib/embedded-postgres";
import { applyMigrations } from "./lib/migrations";
import { PlainError, say } from "./lib/say";
import { demoSecret } from "./lib/secret";

/**
 * npm run seed — makes the embedded demo afresh, or, with DATABASE_URL, fills that database,
 * provided that nobody but the demo's people is in it. `-- --participants N` adds a large cohort.
 */
command(async () => {
  const options = process.argv.slice(2);
  const env = {
    NODE_ENV: "production",
    PORTAL_EMBEDDED: "1",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || demoSecret(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || "http://localhost:3000",
  };
  const given = process.env.DATABASE_URL;
  if (given) {
    await applyMigrations(given);
    const strangers = await rowsOf(
      given,
      `SELECT 1 FROM "User" WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE key = 'demo.seeded') LIMIT 1`,
    );
    if (strangers.length > 0) {
      throw new PlainError(
        `There are people in ${shownUrl(given)}: the demo only goes into an empty database.`,
      );
    }
    await seedDemo(given, env, options);
    return;
  }
  const server = await startEmbeddedPostgres();
  try {
    await renewDemo(server.url(demoName), env, options);
    say("The demo stands at its beginning.");
  } finally {
    await server.stop();
  }
});
