import "server-only";
import type { Tx } from "../db";
import { BATCH, saveTrusts } from "./staging";

/** What the staged file changes in the register. */
export type Counts = {
  added: number;
  /** Among them those closed since. */
  changed: number;
  /** Schools that were open and are not any more. */
  closed: number;
  /** Schools of the register that the file does not name: they stay as they are. */
  notInFile: number;
};

/** Brings the register to what is staged; schools that are as they were are not written. */
export async function swapIn(tx: Tx, rowCount: number, trusts: ReadonlyMap<string, string>): Promise<Counts> {
  await tx.$executeRaw`ANALYZE staged`;
  const counts = await count(tx);
  await saveTrusts(tx, trusts);
  for (let from = 0; from < rowCount; from += BATCH) await save(tx, from, from + BATCH);
  await tx.$executeRaw`
    UPDATE "Trust" SET "open" = now_open.it
    FROM (SELECT t."code", EXISTS (SELECT 1 FROM "School" s WHERE s."trustCode" = t."code" AND s."open") AS it
          FROM "Trust" t) AS now_open
    WHERE now_open."code" = "Trust"."code" AND "Trust"."open" <> now_open.it`;
  return counts;
}

async function count(tx: Tx): Promise<Counts> {
  const [counts] = await tx.$queryRaw<Counts[]>`
    SELECT
      count(*) FILTER (WHERE s."urn" IS NULL)::integer AS added,
      count(*) FILTER (WHERE s."urn" IS NOT NULL AND
        (s."name", s."town", s."postcode", s."phase", s."kind", s."localAuthority", s."region", s."ukprn", s."trustCode",
         s."open", s."closedOn", s."searchText")
        IS DISTINCT FROM
        (g.name, g.town, g.postcode, g.phase, g.kind, g."localAuthority", g.region, g.ukprn, g."trustCode",
         g.open, g."closedOn", g."searchText"))::integer AS changed,
      count(*) FILTER (WHERE s."open" AND NOT g.open)::integer AS closed,
      ((SELECT count(*) FROM "School") - count(s."urn"))::integer AS "notInFile"
    FROM staged g LEFT JOIN "School" s ON s."urn" = g.urn`;
  if (!counts) throw new Error("swapIn: nothing was counted");
  return counts;
}

async function save(tx: Tx, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "School" ("urn", "name", "town", "postcode", "phase", "kind", "localAuthority", "region", "ukprn",
                          "trustCode", "open", "closedOn", "searchText")
    SELECT urn, name, town, postcode, phase, kind, "localAuthority", region, ukprn, "trustCode", open, "closedOn", "searchText"
    FROM staged WHERE n >= ${from} AND n < ${to}
    ON CONFLICT ("urn") DO UPDATE SET
      "name" = EXCLUDED."name", "town" = EXCLUDED."town", "postcode" = EXCLUDED."postcode",
      "phase" = EXCLUDED."phase", "kind" = EXCLUDED."kind", "localAuthority" = EXCLUDED."localAuthority",
      "region" = EXCLUDED."region", "ukprn" = EXCLUDED."ukprn", "trustCode" = EXCLUDED."trustCode",
      "open" = EXCLUDED."open", "closedOn" = EXCLUDED."closedOn", "searchText" = EXCLUDED."searchText"
    WHERE ("School"."name", "School"."town", "School"."postcode", "School"."phase", "School"."kind",
           "School"."localAuthority", "School"."region", "School"."ukprn", "School"."trustCode", "School"."open",
           "School"."closedOn", "School"."searchText")
      IS DISTINCT FROM
          (EXCLUDED."name", EXCLUDED."town", EXCLUDED."postcode", EXCLUDED."phase", EXCLUDED."kind",
           EXCLUDED."localAuthority", EXCLUDED."region", EXCLUDED."ukprn", EXCLUDED."trustCode", EXCLUDED."open",
           EXCLUDED."closedOn", EXCLUDED."searchText")`;
}
