import { createHash } from "node:crypto";
import { newToken } from "../../../lib/ids";
import { rowsOf } from "../../../scripts/lib/databases";
import { hiddenFields } from "../../e2e/support/matrix-forms";
import { NINE } from "../../support/signing-in";

/** Long enough for any answer that comes at all, in milliseconds. */
const PATIENCE = 15_000;

export type Answer = { status: number; text: string; location: string | null };

/** A browser without scripts: it keeps cookies, opens pages and sends forms. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  async get(path: string, patience = PATIENCE): Promise<Answer> {
    return this.#ask(path, { signal: AbortSignal.timeout(patience) });
  }

  /** Sends fields as the page at `path` would. */
  async post(path: string, fields: Record<string, string>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#ask(path, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
  }

  /** Sends a body of any kind. */
  async send(path: string, body: string, type: string): Promise<Answer> {
    const init = { method: "POST", body, headers: { "content-type": type } };
    return this.#ask(path, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  }

  /** The hidden fields of the form with that button. */
  async form(path: string, button: string): Promise<Record<string, string>> {
    const { status, text } = await this.get(path);
    const fields = hiddenFields(text, button);
    if (!fields) throw new Error(`${path} (${status}) shows no form with the button "${button}"`);
    return fields;
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const own = { accept: "text/html", origin: this.origin, ...(cookie ? { cookie } : {}) };
    const headers = { ...own, ...init.headers };
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get("location"),
    };
  }
}

/** Somebody signed in, by the session that signing in would have made. */
export async function signedIn(databaseUrl: string, origin: string, userId: string): Promise<Visitor> {
  const token = newToken();
  await rowsOf(
    databaseUrl,
    `INSERT INTO "Session" ("id", "userId", "tokenHash", "createdAt", "lastSeenAt", "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, $3::timestamptz, $3::timestamptz, $3::timestamptz + interval '2 hours')`,
    [userId, createHash("sha256").update(token).digest("hex"), NINE],
  );
  const visitor = new Visitor(origin);
  visitor.cookies.set("portal-session", token);
  return visitor;
}
