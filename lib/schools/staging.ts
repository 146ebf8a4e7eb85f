import "server-only";
import type { Tx } from "../db";
import type { RegisterSchool } from "./register-columns";
import { storedText } from "./search-words";

/**
 * The staging table of an import: filled while the file is read, gone with the transaction. No foreign key, no index
 * but its own, so that nothing of the register is touched before the whole file is known to be right.
 */

/** Schools a statement takes: few statements, each far below its time limit and small in memory. */
export const BATCH = 500;

export async function makeStaging(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE staged (
      n integer PRIMARY KEY, urn char(6) NOT NULL UNIQUE, name text NOT NULL, town text NOT NULL,
      postcode text NOT NULL, phase text NOT NULL, kind text NOT NULL, "localAuthority" text NOT NULL,
      region text NOT NULL, ukprn char(8), "trustCode" varchar(12), open boolean NOT NULL, "closedOn" date,
      "searchText" text NOT NULL
    ) ON COMMIT DROP`;
}

/** Adds schools whose place in the file is `first` and following. They go as one JSON text. */
export async function stage(tx: Tx, first: number, rows: readonly RegisterSchool[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO staged
    SELECT ${first}::integer + position::integer - 1, urn, name, town, postcode, phase, kind, "localAuthority", region,
           NULLIF(ukprn, ''), NULLIF("trustCode", ''), open, NULLIF("closedOn", '')::date, "searchText"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (
           urn text, name text, town text, postcode text, phase text, kind text, "localAuthority" text, region text,
           ukprn text, "trustCode" text, open boolean, "closedOn" text, "searchText" text))
      WITH ORDINALITY AS row(urn, name, town, postcode, phase, kind, "localAuthority", region, ukprn, "trustCode", open,
                             "closedOn", "searchText", position)`;
}

/** Trusts are few, about 2,500: they are kept until the file has been read. */
export async function saveTrusts(tx: Tx, trusts: ReadonlyMap<string, string>): Promise<void> {
  const codes = [...trusts.keys()];
  const names = [...trusts.values()];
  const words = codes.map((code) => storedText({ name: trusts.get(code) ?? "", code }));
  await tx.$executeRaw`
    INSERT INTO "Trust" ("code", "name", "searchText", "open")
    SELECT code, name, words, true FROM unnest(${codes}::text[], ${names}::text[], ${words}::text[]) AS row(code, name, words)
    ON CONFLICT ("code") DO UPDATE SET "name" = EXCLUDED."name", "searchText" = EXCLUDED."searchText"
    WHERE ("Trust"."name", "Trust"."searchText") IS DISTINCT FROM (EXCLUDED."name", EXCLUDED."searchText")`;
}
