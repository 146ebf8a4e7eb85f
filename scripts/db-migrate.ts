import { command } from "./lib/command";
import { shownUrl } from "./lib/databases";
import { borrowEmbeddedPostgres } from "./lib/embedded-postgres";
import { applyMigrations, driftOf } from "./lib/migrations";
import { complain, say } from "./lib/say";

/** npm run db:migrate — brings DATABASE_URL, or else the embedded database, up to date. */
command(async () => {
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await borrowEmbeddedPostgres();
  try {
    const url = given ?? embedded?.url("portal") ?? "";
    const { applied, edited } = await applyMigrations(url);
    for (const name of edited) complain(`Migration ${name} has been edited since it was applied here.`);
    const drift = await driftOf(url);
    if (drift)
      complain(`The database differs from prisma/schema.prisma; this would bring it there:\n${drift}`);
    const count = applied.length === 1 ? "1 migration" : `${applied.length} migrations`;
    say(`${shownUrl(url)} is up to date (${applied.length ? `${count} applied` : "nothing to apply"}).`);
  } finally {
    await embedded?.release();
  }
});
