import { appointFirstAdministrator } from "../../lib/auth/first-administrator";
import { disconnect, openDatabase } from "../../lib/db";
import { search } from "../../lib/people/search";
import { saveProgramme } from "../../lib/programmes/save-programme";
import { administrator } from "../../prisma/seed/cast";
import { npqel } from "../../prisma/seed/npqel";
import { actorFor } from "../../prisma/seed/staff";
import { onEnd } from "../lib/command";
import { rowsOf } from "../lib/databases";
import { applyMigrations } from "../lib/migrations";
import { complain, say } from "../lib/say";
import { startScratchPostgres } from "../lib/scratch-postgres";

/** How long the staff's one box takes as people become more: the verb itself, with its four statements. */

const SIZES = [100, 1_000, 10_000, 100_000];
const COHORTS = 400;
const SCHOOLS = 25_000;
const ROUNDS = 25;
const AT = new Date("2026-11-23T09:00:00Z");
/** A whole name, a rare and a common beginning, the shortest that is looked for, nothing, and a reference. */
const TYPED = ["mara kelstow", "kelst", "ma", "be", "zzyzx", "NPQEL-4F7KQ2"];

export type SearchTimes = {
  people: number;
  who: string;
  typed: string;
  quickestMs: number;
  middleMs: number;
};

/** Fills a database of its own with people, in three sizes, and searches it as an administrator and as a manager. */
export async function searchTimes(): Promise<SearchTimes[]> {
  const server = await startScratchPostgres("bench-search", say, (error) => complain(error.message));
  onEnd(() => server.stop());
  const url = server.url("search");
  Object.assign(process.env, {
    DATABASE_URL: url,
    NEXTAUTH_URL: "http://localhost:3000",
    PORTAL_EMBEDDED: "1",
  });
  process.env.NEXTAUTH_SECRET ||= "a-secret-of-the-bench-0123456789-abcdef";
  await applyMigrations(url, { onProgress: () => {} });
  openDatabase(url);
  await appointFirstAdministrator(administrator, AT);
  const miles = await actorFor(administrator, AT);
  await saveProgramme(miles, npqel.programme, AT);
  await rowsOf(url, FILL_COHORTS, [COHORTS]);
  await rowsOf(url, FILL_SCHOOLS, [SCHOOLS]);
  const cohorts = await rowsOf<{ id: string }>(url, `SELECT id FROM "Cohort" ORDER BY slug`);
  const managing = (most: number) => ({
    ...miles,
    userId: crypto.randomUUID(),
    roles: cohorts.slice(0, most).map(({ id }) => ({ role: "cohort_manager" as const, cohortId: id })),
  });
  const searchers = [
    ["administrator", miles],
    ["manager of four cohorts", managing(4)],
    ["manager of all cohorts", managing(COHORTS)],
  ] as const;
  const times: SearchTimes[] = [];
  let made = 0;
  // Later by the clock with each search, past the limit on searching.
  let clock = AT.getTime();
  for (const people of SIZES) {
    await rowsOf(url, FILL_PEOPLE, [made + 1, people, COHORTS]);
    made = people;
    await rowsOf(url, "VACUUM ANALYZE");
    for (const [who, actor] of searchers) {
      for (const typed of TYPED) {
        const took: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          clock += 60_000;
          const began = performance.now();
          await search(actor, typed, new Date(clock));
          took.push(performance.now() - began);
        }
        took.sort((a, b) => a - b);
        const [quickestMs = Number.NaN, middleMs = Number.NaN] = [took[0], took[ROUNDS >> 1]];
        times.push({ people, who, typed, quickestMs, middleMs });
      }
    }
  }
  await disconnect();
  return times;
}

/** The middle one and the quickest of each in milliseconds, and how many times as long the quickest takes with more. */
export function searchInWords(times: SearchTimes[]): string {
  const kinds = [...new Set(times.map(({ who, typed }) => `${who}: ${typed}`))];
  const lines = kinds.map((kind) => {
    const own = times.filter(({ who, typed }) => `${who}: ${typed}` === kind);
    const figures = own.map(
      ({ middleMs, quickestMs }) => `${middleMs.toFixed(1)} (${quickestMs.toFixed(1)})`,
    );
    const first = own[0]?.quickestMs ?? Number.NaN;
    const growth = own.slice(1).map(({ quickestMs }) => (quickestMs / first).toFixed(1));
    return `| ${kind} | ${[...figures, ...growth].join(" | ")} |`;
  });
  const slowest = Math.max(...times.map(({ middleMs }) => middleMs));
  const sizes = SIZES.map((size) => size.toLocaleString("en-GB"));
  const heads = [
    "Search, ms (the quickest)",
    ...sizes,
    ...sizes.slice(1).map((size) => `${size} ÷ ${sizes[0]}`),
  ];
  return [
    `| ${heads.join(" | ")} |`,
    `| --- |${" --: |".repeat(heads.length - 1)}`,
    ...lines,
    "",
    `- Search, the slowest middle figure: ${slowest.toFixed(1)} ms, wanted less than 50: ${slowest < 50 ? "met" : "not met"}`,
  ].join("\n");
}

const FILL_COHORTS = `
  INSERT INTO "Cohort" ("id", "programmeId", "slug", "name", "startsOn", "capacity", "fundedPlaces", "createdAt")
  SELECT gen_random_uuid(), p."id", 'bench-' || n, 'Bench ' || n, DATE '2026-05-01', 1000000, 0, now()
  FROM "Programme" p, generate_series(1, $1::int) n`;

const FILL_SCHOOLS = `
  INSERT INTO "School" ("urn", "name", "town", "postcode", "phase", "kind", "localAuthority", "region", "open", "searchText")
  SELECT (200000 + n)::text, 'School ' || n, 'Town ' || n % 900, 'ZA1 1AA', 'Primary', 'Community school', 'Shire', 'North',
    true, 'school ' || n || ' town ' || n % 900 || ' za1 1aa za11aa ' || (200000 + n)
  FROM generate_series(1, $1::int) n`;

/** 40 first names by 1,200 family names of two syllables, as common and as rare as names are. */
const FILL_PEOPLE = `
  WITH named AS (
    SELECT n,
      (string_to_array('Mara Ben Ada Tom Ines Omar Ruth Joel Lena Noor Kai Esme Finn Gwen Hari Zara Dev Cora Pia Theo Sian Ravi Mira Bela Max Mary Marcus Bertha Beth Martin Amara Quentin Priya Una Owen Elena Harold Grace Miles Tessa', ' '))[1 + n % 40]
        || ' ' || (string_to_array('Kel Bar Ash Dray Fenn Hal Mar Nor Pen Quill Rud Strou Tarn Wex Yar Lom Jes Orm Gar Com Bel Cas Den Elm Far Gil Har Ivy Kin Lang', ' '))[1 + (n / 40) % 30]
        || (string_to_array('stow field low by ton ham ley wick worth bridge shaw mere dale bourne ford gate hurst combe well thorpe sey croft man den ridge brook side cott hill fold', ' '))[1 + (n / 1200) % 30] AS name
    FROM generate_series($1::int, $2::int) n),
  people AS (
    INSERT INTO "User" ("id", "email", "name", "createdAt")
    SELECT gen_random_uuid(), lower(replace(name, ' ', '.')) || '.' || n || '@example.org', name, now() FROM named
    RETURNING "id", "name", "email")
  INSERT INTO "Enrolment" ("id", "userId", "cohortId", "state", "fundedPlace", "fullName", "workplace", "jobTitle", "trn", "enrolledAt")
  SELECT gen_random_uuid(), p."id", c."id", 'active', false, p."name", 'Green Trust', 'Headteacher',
    lpad((1 + split_part(split_part(p."email", '@', 1), '.', 3)::int)::text, 7, '1'), now()
  FROM people p JOIN "Cohort" c ON c."slug" = 'bench-' || (1 + split_part(split_part(p."email", '@', 1), '.', 3)::int % $3::int)`;
