import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

let names: string[] | undefined;

/** The names of the migrations that this build came with; empty when the folder is not there. */
export async function shippedMigrations(): Promise<string[]> {
  if (names?.length) return names;
  // The server runs in the checkout's folder; the comment keeps the bundler from packing what lies in it.
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names;
}
