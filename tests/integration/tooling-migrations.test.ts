import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { dropDatabase, rowsOf, urlWithDatabase } from "../../scripts/lib/databases";
import { type SchemaFolder, writeMigration } from "../../scripts/lib/migration-files";
import { applyMigrations, driftOf, pendingMigrations } from "../../scripts/lib/migrations";
import { freshDatabase } from "../support/database";

const quiet = () => {};
const schemaWith = (fields: string) =>
  `datasource db {\n  provider = "postgresql"\n}\n\nmodel Place {\n  id Int @id\n  note String?\n${fields}}\n`;
/** What Prisma's schema cannot say, dollar quotes and semicolons included. */
const handWritten = `CREATE TABLE "Place" (id INTEGER NOT NULL, note TEXT, CONSTRAINT "Place_pkey" PRIMARY KEY (id));
-- one note a place; but only for later ones
CREATE UNIQUE INDEX "Place_later" ON "Place" (note) WHERE id > 3;
CREATE INDEX "Place_lower" ON "Place" (lower(note));
ALTER TABLE "Place" ADD CONSTRAINT "Place_positive" CHECK (id > 0);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; END $$;
CREATE TRIGGER "Place_kept" BEFORE DELETE ON "Place" FOR EACH ROW EXECUTE FUNCTION refuse();
`;

let home: string;
let folder: SchemaFolder;
let database: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "portal-migrations-"));
  folder = { schema: join(home, "schema.prisma"), migrations: join(home, "migrations") };
  writeFileSync(folder.schema, schemaWith(""));
  mkdirSync(join(folder.migrations, "20260101000000_first"), { recursive: true });
  writeFileSync(join(folder.migrations, "20260101000000_first", "migration.sql"), handWritten);
  database = urlWithDatabase(inject("testServer"), `tooling_${process.pid}`);
});
afterAll(async () => {
  await dropDatabase(database);
  rmSync(home, { recursive: true, force: true });
});

test("the migrations make exactly what prisma/schema.prisma says", async () => {
  const { url } = await freshDatabase();
  expect(await driftOf(url)).toBe("");
  expect(await pendingMigrations(url)).toEqual([]);
});

test("two servers that start together migrate once, and make the database they need", async () => {
  const both = await Promise.all([1, 2].map(() => applyMigrations(database, { folder, onProgress: quiet })));
  expect(both.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first"]);
});

test("rules written by hand are no drift, a missing column is", async () => {
  expect(await driftOf(database, { folder })).toBe("");
  writeFileSync(folder.schema, schemaWith("  open Boolean @default(false)\n"));
  const missing = await driftOf(database, { folder });
  expect(missing).toContain('ALTER TABLE "Place" ADD COLUMN');
  writeMigration("open_places", missing, folder);
  expect(await pendingMigrations(database, { folder })).toEqual([
    expect.stringMatching(/^\d{14}_open_places$/),
  ]);
  await applyMigrations(database, { folder, onProgress: quiet });
  expect(await driftOf(database, { folder })).toBe("");
});

test("a migration that fails says where, and leaves neither tables nor a record", async () => {
  const path = writeMigration("broken", 'CREATE TABLE "Half" (id INT);\nSELECT *\nFROM nowhere;\n', folder);
  await expect(applyMigrations(database, { folder, onProgress: quiet })).rejects.toThrow(
    /_broken failed at line 3, and nothing of it was kept: relation "nowhere" does not exist$/,
  );
  expect(await rowsOf(database, `SELECT to_regclass('"Half"') AS half`)).toEqual([{ half: null }]);
  writeFileSync(path, 'CREATE INDEX CONCURRENTLY "Place_open" ON "Place" (open);\n');
  const { applied } = await applyMigrations(database, { folder, onProgress: quiet });
  expect(applied).toEqual([expect.stringMatching(/_broken$/)]);
});

test("a migration edited after it was applied is named", async () => {
  const path = join(folder.migrations, "20260101000000_first", "migration.sql");
  writeFileSync(path, `${handWritten}-- afterthought\n`);
  const outcome = await applyMigrations(database, { folder, onProgress: quiet });
  expect(outcome).toEqual({ applied: [], edited: ["20260101000000_first"] });
});

test("a database of something else is left alone", async () => {
  const foreign = urlWithDatabase(database, `tooling_foreign_${process.pid}`);
  await applyMigrations(foreign, { folder: { ...folder, migrations: "/nowhere" }, onProgress: quiet });
  await rowsOf(foreign, "DROP TABLE _prisma_migrations");
  await rowsOf(foreign, "CREATE TABLE ledger (id INT)");
  await expect(applyMigrations(foreign, { folder, onProgress: quiet })).rejects.toThrow(/has a table ledger/);
  await dropDatabase(foreign);
});
