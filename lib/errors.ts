/**
 * The ways a verb says no. Actions turn them into answers a person can read (lib/form.ts); anything else is
 * a fault and becomes the error page.
 */

/** What was asked for does not exist, or not for this viewer: the two look the same (404). */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The viewer may not do this, although they may see it. */
export class NotAllowed extends Error {
  override name = "NotAllowed";
}

/** It cannot be done in the state things are in now. The message is a plain sentence for the person. */
export class WrongState extends Error {
  override name = "WrongState";
}

/** Somebody saved a newer version meanwhile. */
export class StaleVersion extends WrongState {
  override name = "StaleVersion";
  constructor(
    message = "This was changed in another tab or by somebody else after you opened it. Nothing you typed is lost: check it against the newer version, then save again.",
  ) {
    super(message);
  }
}

/** A rule that only the database or another row could tell, about one field. */
export class FieldProblem extends Error {
  override name = "FieldProblem";
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Too many tries; says when to come back. */
export class TooMany extends Error {
  override name = "TooMany";
}

/** What the driver says when a read that goes straight to it fails (`readRows` in lib/db.ts). */
export class DriverFault extends Error {
  override name = "DriverFault";
  readonly code: string | undefined;
  constructor(cause: unknown) {
    const { message, code } = cause as { message?: unknown; code?: unknown };
    super(String(message), { cause });
    this.code = typeof code === "string" ? code : undefined;
  }
}

/** Codes of Prisma, PostgreSQL and the network for a database that is away, starting, stopping or not answering. */
const AWAY =
  /\b(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1-3]|08\d{3}|DatabaseNotReachable|ConnectionClosed|SocketTimeout)\b|timeout|terminat|not queryable|can't reach/i;

/** True when an error means that the database cannot be had just now, whatever shape the driver gave it. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, message, cause } = error as {
    code?: unknown;
    name: string;
    message: string;
    cause?: unknown;
  };
  const kind = (cause as { kind?: unknown } | undefined)?.kind;
  const named = name.startsWith("PrismaClient") || ["DriverAdapterError", "DriverFault"].includes(name);
  const known = named || typeof code === "string";
  return known && AWAY.test([code, kind, message].join(" "));
}
