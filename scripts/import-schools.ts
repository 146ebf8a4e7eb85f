import { createReadStream, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { inspect } from "node:util";
import { disconnect, openDatabase } from "../lib/db";
import { WrongState } from "../lib/errors";
import { importSchools, tidyRegister } from "../lib/schools/import";
import { command } from "./lib/command";
import { shownUrl } from "./lib/databases";
import { demoName } from "./lib/demo-database";
import { borrowEmbeddedPostgres } from "./lib/embedded-postgres";
import { ProgressBar } from "./lib/progress-bar";
import { elapsed, PlainError, say } from "./lib/say";

/**
 * npm run import:schools -- file.csv — brings the schools and trusts of DATABASE_URL, or else of the embedded database,
 * to what DfE's register says. docs/operating/schools.md says where the file is from.
 */
command(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0)
    throw new PlainError("Say which file: npm run import:schools -- edubasealldata20261123.csv");
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  const size = sizeOf(path, file);
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await borrowEmbeddedPostgres();
  const url = given ?? embedded?.url(demoName) ?? "";
  openDatabase(url);
  try {
    const done = await importFile(path, size);
    say(`${shownUrl(url)}: ${done}`);
  } finally {
    await embedded?.release();
  }
});

function sizeOf(path: string, shown: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new PlainError(`There is no file ${shown}.`);
  return stat.size;
}

/** Answers what was done, in a sentence or two. */
async function importFile(path: string, size: number): Promise<string> {
  const began = Date.now();
  const bar = new ProgressBar(size);
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      bar.advance(chunk.length);
      yield chunk;
    }
  }
  try {
    const file = { fileName: basename(path), chunks: counted() };
    const done = await importSchools(file, new Date(), (count) => bar.note(`${number(count)} schools`));
    bar.end();
    await tidyRegister();
    const kept = done.notInFile
      ? ` ${number(done.notInFile)} schools that the file does not name stay as they are.`
      : "";
    return (
      `${number(done.rowCount)} schools and ${number(done.trusts)} trusts read (${elapsed(began)}): ` +
      `${number(done.added)} new, ${number(done.changed)} changed, ${number(done.closed)} of them closed since.${kept}`
    );
  } catch (error) {
    bar.end();
    if (error instanceof WrongState) throw new PlainError(`${error.message} Nothing was changed.`);
    if (NO_TABLES.test(inspect(error, { depth: 6 })))
      throw new PlainError(
        "That database has no tables yet: run npm start for the demo, or npm run db:migrate, first.",
      );
    throw error;
  } finally {
    stream.destroy();
    await disconnect();
  }
}

/** What Prisma and PostgreSQL say of a database, or of tables, that are not there. */
const NO_TABLES = /DatabaseDoesNotExist|TableDoesNotExist|\b(?:3D000|42P01|P1003|P2021)\b/;

function number(count: number): string {
  return count.toLocaleString("en-GB");
}
