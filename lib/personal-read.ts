import "server-only";
import { readRows } from "./db";
import { Prisma } from "./generated/prisma/client";

/**
 * A read about one person as one JSON value: it can go with the session's statement, which knows the person only once
 * it has run (`requireViewerWith`), or be a statement of its own (`readPersonal`).
 */
export type PersonalRead<T> = {
  /** SQL for the value, NULL when there is nothing, of the person with that id. */
  sql(userId: Prisma.Sql): Prisma.Sql;
  /** What the value comes to, when there is one. */
  view(json: unknown): T;
};

/** @param view gets what `sql` gives, as JSON has it: days and times are text. */
export function personalRead<Row, T>(
  sql: (userId: Prisma.Sql) => Prisma.Sql,
  view: (row: Row) => T,
): PersonalRead<T> {
  return { sql, view: (json) => view(json as Row) };
}

/** What a value comes to; null when there is none. */
export function viewed<T>({ view }: PersonalRead<T>, value: unknown): T | null {
  return value === null || value === undefined ? null : view(value);
}

/** That read of that person; null when there is nothing. One query, straight to the driver. */
export async function readPersonal<T>(userId: string, read: PersonalRead<T>): Promise<T | null> {
  const value = read.sql(Prisma.sql`${userId}::uuid`);
  const [row] = await readRows<{ value: unknown }>(Prisma.sql`SELECT ${value} AS value`);
  return viewed(read, row?.value);
}
