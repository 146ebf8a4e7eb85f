import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { hashOf, inRoot, Problem, run, textOf } from "./common.mjs";

/**
 * Generates the database client from prisma/schema.prisma when either has changed. Prisma
 * insists on a path to its engine's program although generating does not run it; any program
 * satisfies it, which spares a download.
 */
export async function ensureClient(node) {
  const schema = textOf(inRoot("prisma", "schema.prisma"));
  if (!schema) throw new Problem("prisma/schema.prisma is missing: the project's folder is not complete.");
  const prisma = inRoot("node_modules", "prisma");
  const stamp = inRoot("lib", "generated", ".client");
  const wanted = hashOf(schema, textOf(inRoot("node_modules", "prisma", "package.json")));
  if (textOf(stamp) === wanted && existsSync(inRoot("lib", "generated", "prisma", "client.ts"))) return;
  console.log("Generating the database client");
  const { ok, output } = await run(node, [`${prisma}/build/index.js`, "generate"], {
    doing: "generating",
    keepOutput: true,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (!ok) {
    console.error(output.trim());
    throw new Problem("The database client could not be generated from prisma/schema.prisma.");
  }
  mkdirSync(inRoot("lib", "generated"), { recursive: true });
  writeFileSync(stamp, wanted);
}
