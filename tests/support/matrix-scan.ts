import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What there is under app: pages, route handlers and server actions, found in the source. */

const ROOT = resolve(import.meta.dirname, "../..");

const files = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|tsx|js|jsx|mjs)$/.test(path))
  .sort();
const text = (path: string) => readFileSync(join(ROOT, "app", path), "utf8");
const folder = (path: string) => path.replace(/\/?[^/]*$/, "");

/** The folders of the pages. */
export const pagesFound = () => files.filter((path) => /(^|\/)page\.[jt]sx?$/.test(path)).map(folder);

/** The folders of the pages that read the question in their address. */
export const askedPagesFound = () =>
  files
    .filter((path) => /(^|\/)page\.[jt]sx?$/.test(path) && /\bsearchParams\b/.test(text(path)))
    .map(folder);

/** "GET folder" for each method that a route handler exports. */
export function handlersFound(): string[] {
  return files
    .filter((path) => /(^|\/)route\.[jt]sx?$/.test(path))
    .flatMap((path) => exportsOf(text(path)).map((method) => `${method} ${folder(path)}`));
}

/** "file#name" for each export of a file of server actions; a "use server" inside a function counts too. */
export function actionsFound(): string[] {
  return files.flatMap((path) => {
    const source = text(path);
    if (/^\s*["']use server["']/.test(source)) return exportsOf(source).map((name) => `app/${path}#${name}`);
    return /["']use server["']/.test(source) ? [`app/${path}#(inline)`] : [];
  });
}

/** Names of functions and constants that a file exports; types are not there at run time. */
function exportsOf(source: string): string[] {
  const named = [...source.matchAll(/^export (?:default )?(?:async )?(?:function|const|let) (\w+)/gm)];
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
    list.split(",").map((each) => each.trim().replace(/^.* as /, "")),
  );
  const names = [...named.map(([, name = ""]) => name), ...listed];
  // What a route handler says about itself to Next.
  return names.filter((name) => name && !["dynamic", "revalidate", "runtime"].includes(name));
}

/** The names of the lists that can be taken out as files. */
export const listsFound = () =>
  [...text("staff/lists/lists.ts").matchAll(/^ {2}"?([a-z-]+)"?: \w+List,/gm)].map(([, name = ""]) => name);
