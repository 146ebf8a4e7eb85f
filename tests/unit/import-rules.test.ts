import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The table of docs/architecture.md: what may import what. A file that breaks it fails here, not in review. */

const ROOT = resolve(import.meta.dirname, "../..");
/** From the ground up: a higher area may call a lower one, never the reverse. */
const GROUND = ["schools", "programmes", "cohorts", "route-map", "enrolments", "engagement"];
const PLATFORM = new Set(["auth", "audit", "email", "jobs", "health", "server", "generated", "calendar"]);

type Place =
  | { house: "app" | "components" | "scripts" | "tests" | "prisma" | "root" }
  | { house: "platform" }
  | { house: "area"; area: string; file: string };

function place(path: string): Place {
  const [top = "", second = "", ...rest] = path.split("/");
  if (top === "lib") {
    if (rest.length === 0 || PLATFORM.has(second)) return { house: "platform" };
    return { house: "area", area: second, file: rest.join("/") };
  }
  if (["app", "components", "scripts", "tests", "prisma"].includes(top)) return { house: top as "app" };
  return { house: "root" };
}

/** Why the import breaks the table, or undefined. `typeOnly` imports of components are free. */
function breach(from: string, to: string, typeOnly: boolean): string | undefined {
  const [a, b] = [place(from), place(to)];
  if (b.house === "scripts" || b.house === "tests" || b.house === "prisma") {
    return ["scripts", "tests", "prisma", "root"].includes(a.house)
      ? undefined
      : "nobody but scripts, tests and the seed imports those";
  }
  if (a.house === "app" && to.startsWith("lib/db")) return "a page or action never reaches the database";
  if (a.house === "app" && b.house === "platform" && to.startsWith("lib/generated") && !typeOnly)
    return "a page takes the field's words from an area's schema.ts";
  if (a.house === "components") {
    if (typeOnly || b.house === "components") return undefined;
    if (b.house === "area" && b.file.startsWith("schema")) return undefined;
    if (["lib/form", "lib/dates", "lib/money"].some((shared) => to.startsWith(shared))) return undefined;
    return "a component only presents: components, an area's schema.ts, lib/form and lib/dates, or types";
  }
  if (a.house === "platform" && (b.house === "area" || b.house === "app" || b.house === "components"))
    return "the platform knows no area";
  if (a.house === "area") {
    if (b.house === "app" || b.house === "components") return "an area knows no page";
    if (b.house === "area" && b.area !== a.area) return areaBreach(a, b, typeOnly);
    const pure = ["schema.ts", "states.ts", "progress.ts", "checker.ts", "rail.ts", "months.ts"].includes(
      a.file,
    );
    if (pure && to.startsWith("lib/db")) return "a pure file takes its facts as arguments";
    if (
      a.file === "schema.ts" &&
      b.house === "platform" &&
      !typeOnly &&
      !["lib/form", "lib/dates", "lib/ids"].some((s) => to.startsWith(s)) &&
      !to.startsWith("lib/generated/prisma/enums") &&
      !to.startsWith("lib/auth/address")
    ) {
      return "a schema is safe in the browser";
    }
  }
  return undefined;
}

function areaBreach(a: { area: string }, b: { area: string }, typeOnly: boolean): string | undefined {
  const [mine, theirs] = [GROUND.indexOf(a.area), GROUND.indexOf(b.area)];
  if (theirs === -1)
    return typeOnly ? undefined : `${a.area} and ${b.area} are siblings or ${b.area} is higher`;
  if (mine === -1 || mine > theirs) return undefined;
  return `${b.area} lies above ${a.area}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm;

function imports(path: string): { to: string; typeOnly: boolean }[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const target = match[2] ?? match[3] ?? "";
    const inside = target.startsWith("@/")
      ? target.slice(2)
      : target.startsWith(".")
        ? relative(ROOT, resolve(ROOT, dirname(path), target))
        : undefined;
    return inside === undefined ? [] : [{ to: inside, typeOnly: Boolean(match[1]) }];
  });
}

const files = ["app", "components", "lib"].flatMap(filesBelow);

describe("what may import what", () => {
  it("holds in every file", () => {
    const breaches = files.flatMap((path) =>
      imports(path).flatMap(({ to, typeOnly }) => {
        const why = breach(path, to, typeOnly);
        return why ? [`${path} imports ${to}: ${why}`] : [];
      }),
    );
    expect(breaches).toEqual([]);
  });

  it("finds the files at all", () => {
    expect(files).toContain("lib/db.ts");
    expect(imports("lib/auth/act.ts").map(({ to }) => to)).toContain("lib/clock");
  });

  it.each([
    ["app/dashboard/page.tsx", "lib/db", false],
    ["components/ui/card.tsx", "lib/engagement/queries", false],
    ["lib/auth/session.ts", "lib/enrolments/queries", false],
    ["lib/cohorts/queries.ts", "lib/enrolments/queries", false],
    ["lib/applications/submit.ts", "lib/events/queries", false],
    ["lib/applications/submit.ts", "app/page", false],
    ["lib/engagement/progress.ts", "lib/db", false],
  ])("refuses %s importing %s", (from, to, typeOnly) => {
    expect(breach(from, to, typeOnly)).toBeDefined();
  });

  it.each([
    ["lib/applications/accept-offer.ts", "lib/enrolments/enrol"],
    ["lib/engagement/queries.ts", "lib/route-map/queries"],
    ["components/forms/fields.tsx", "lib/form"],
    ["app/dashboard/page.tsx", "lib/engagement/queries"],
  ])("allows %s importing %s", (from, to) => {
    expect(breach(from, to, false)).toBeUndefined();
  });
});

/** Files of a page or an action must not grow into a second domain. */
describe("the clock and the database", () => {
  it("are asked in one place each", () => {
    const offenders = files.filter((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return path !== "lib/clock.ts" && /new Date\(\)|Date\.now\(\)/.test(text);
    });
    expect(offenders).toEqual([]);
  });

  it("server actions and verbs say that they belong to the server", () => {
    const silent = files.filter((path) => {
      if (!/^lib\/[^/]+\/(queries|[a-z-]+)\.ts$/.test(path)) return false;
      const text = readFileSync(join(ROOT, path), "utf8");
      return (
        /from "(\.\.\/|@\/lib\/)db"/.test(text) &&
        !/import type \{ Tx \} from/.test(text) &&
        !text.includes('import "server-only"')
      );
    });
    expect(silent).toEqual([]);
  });
});
