import pg from "pg";

let pool: pg.Pool | undefined;

/**
 * Reads the portal's own database: identifiers that no page of a stranger's shows, and what a refusal left alone.
 * The connections stay, because the matrix asks some hundred times.
 */
export async function ask<T extends Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await connections().query<T>(sql, values)).rows;
}

function connections(): pg.Pool {
  if (pool) return pool;
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString)
    throw new Error("The journeys read the portal's database: set DATABASE_URL beside PORTAL_URL.");
  pool = new pg.Pool({ connectionString, max: 2, options: "-c timezone=UTC", allowExitOnIdle: true });
  // Without a listener, a connection that breaks while it is idle would end the worker.
  pool.on("error", () => {});
  return pool;
}
