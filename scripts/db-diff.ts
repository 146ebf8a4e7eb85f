import { relative } from "node:path";
import { command } from "./lib/command";
import { writeMigration } from "./lib/migration-files";
import { diffSinceMigrations } from "./lib/migrations";
import { root } from "./lib/paths";
import { PlainError, say } from "./lib/say";

/** npm run db:diff -- <name> — writes a migration for what changed in prisma/schema.prisma. */
command(async () => {
  const title = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(title)) {
    throw new PlainError(
      "Give the migration a name in lower case, such as: npm run db:diff -- add_mentor_notes",
    );
  }
  const sql = await diffSinceMigrations({ onProgress: () => {} });
  if (!sql)
    throw new PlainError("Nothing to write: the migrations already make what prisma/schema.prisma says.");
  const path = writeMigration(title, sql);
  say(
    `Wrote ${relative(root, path)}:\n\n${sql}\nRead it, add checks by hand where they belong, then: npm run db:migrate`,
  );
});
