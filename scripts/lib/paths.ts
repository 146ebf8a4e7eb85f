import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, whatever folder the command was called from. */
export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Where this copy of the portal keeps what it makes at run time; never committed. Two who work
 * in one folder can each have their own with PORTAL_DATA_DIR.
 */
export const dataFolder = resolve(root, process.env.PORTAL_DATA_DIR || ".data");

/** A path inside the project. */
export function inRoot(...parts: string[]): string {
  return join(root, ...parts);
}

/** A path inside the run-time data folder. */
export function inData(...parts: string[]): string {
  return join(dataFolder, ...parts);
}
