import { readFileSync } from "node:fs";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { engineAdapter } from "./engine-adapter";
import { inRoot } from "./paths";
import { PlainError } from "./say";

const nothingExcluded = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/**
 * Prisma's schema engine, the WebAssembly build: the same code as the program that Prisma's
 * command line downloads, but from the installed packages, so it works without a network.
 */
async function load(): Promise<void> {
  const file = inRoot("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  // The engine reports its own faults here; without it the report itself would fail.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) },
  });
  const wasm = glue as unknown as { __wbg_set_wasm(exports: unknown): void };
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

let panic = "";

/**
 * The SQL that turns the tables of a live database into those of a Prisma schema; empty when
 * they agree. What Prisma's schema cannot express (partial and expression indexes, CHECK and
 * EXCLUDE constraints, triggers, functions, views) is neither missed nor removed.
 */
export async function sqlFromDatabaseToSchema(databaseUrl: string, schemaFile: string): Promise<string> {
  loaded ??= load();
  await loaded;
  const content = readFileSync(schemaFile, "utf8");
  const files = [{ path: schemaFile, content }];
  const { factory, close } = engineAdapter(databaseUrl);
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: [[schemaFile, content]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    const answer = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: inRoot("prisma") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: nothingExcluded,
    });
    engine.free();
    return answer.exitCode === 0 ? "" : (answer.stdout ?? "");
  } catch (error) {
    throw new PlainError(`The schema cannot be compared: ${panic || String((error as Error).message)}`);
  } finally {
    await close();
  }
}
