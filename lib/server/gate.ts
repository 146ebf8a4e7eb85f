import type { IncomingHttpHeaders } from "node:http";

/** What the server says before Next sees a request: let it in, send it elsewhere, or refuse it in a sentence. */
export type Verdict =
  | { kind: "pass" }
  | { kind: "redirect"; to: string }
  | { kind: "refuse"; status: number; title: string; text: string };

export type Ask = { method: string; url: string; headers: IncomingHttpHeaders };

/** The largest body a form may send, in bytes: a statement of 6,000 characters many times over. */
export const BODY_LIMIT = 1_000_000;
const URL_LIMIT = 4_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const READS = new Set(["GET", "HEAD"]);

const refuse = (status: number, title: string, text: string): Verdict => ({
  kind: "refuse",
  status,
  title,
  text,
});

/**
 * Judges a request by its method, address, size and origin; `origin` is the portal's own (NEXTAUTH_URL).
 * A write is let in only from the portal's own pages: by Origin, or where a browser leaves that out, by
 * Sec-Fetch-Site. A request with neither is refused, because Next would run the action (checklist, 29); `isOneClick`
 * is the one exception.
 */
export function judge(ask: Ask, origin: string): Verdict {
  if (ask.url.length > URL_LIMIT)
    return refuse(414, "That address is too long", "Go back and try again, or start from the home page.");
  if (!ask.url.startsWith("/") || !isReadable(ask.url)) {
    return refuse(
      400,
      "That address cannot be read",
      "Check the link you followed, or start from the home page.",
    );
  }
  if (READS.has(ask.method)) return fromOtherLoopbackName(ask, origin) ?? { kind: "pass" };
  if (ask.method !== "POST")
    return refuse(405, "That cannot be done here", "The portal only answers to pages and forms.");
  return judgeWrite(ask, origin);
}

/** The addresses at which a mail program leaves a list for its owner: an id and 256 bits (lib/auth/sealed.ts). */
const ONE_CLICK = /^\/(?:be-told\/leave|reminders)\/[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}\/one-click$/;
const ONE_CLICK_LIMIT = 1_000;
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/;

/**
 * The one write that need not come from the portal's own pages: RFC 8058's one-click leaving, which mail programs post
 * without Origin or cookies. It is bound to the token in its address, knows no session, and the handler behind it
 * reads one field. A browser sends an Origin with every foreign form, so none of those comes in by it.
 */
function isOneClick({ url, headers }: Ask): boolean {
  const { origin, "next-action": action, "content-type": type = "", "content-length": length } = headers;
  return (
    ONE_CLICK.test(url) &&
    origin === undefined &&
    action === undefined &&
    FORM.test(type) &&
    Number(length) <= ONE_CLICK_LIMIT
  );
}

function judgeWrite(ask: Ask, origin: string): Verdict {
  const { origin: from, "sec-fetch-site": site } = ask.headers;
  const own = from === undefined ? site === "same-origin" : from === origin;
  if (!own && !isOneClick(ask)) {
    return refuse(
      403,
      "That form was not sent from the portal",
      `Nothing was changed. Open ${origin} and send the form from there.`,
    );
  }
  const length = ask.headers["content-length"];
  if (length === undefined)
    return refuse(
      411,
      "That form came without its length",
      "Nothing was changed. Try again with another browser.",
    );
  if (Number(length) > BODY_LIMIT) {
    return refuse(
      413,
      "That is more than the portal can take at once",
      "Nothing was changed. Go back: what you typed is still there. Shorten it and send it again.",
    );
  }
  // Every action of the portal's takes a form; other arguments are sent by hand only.
  const { "next-action": action, "content-type": type = "" } = ask.headers;
  if (action !== undefined && !type.startsWith("multipart/form-data"))
    return refuse(400, "That form could not be read", "Nothing was changed. Reload the page and try again.");
  return { kind: "pass" };
}

/** False for broken escapes, encoded NULs and bytes that are not UTF-8. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.replace(/\+/g, " ")).includes("\0");
  } catch {
    return false;
  }
}

/**
 * On one's own machine localhost and 127.0.0.1 are the same place but two origins: forms sent from the one
 * would be refused by the other, so people are led to the one that the portal goes by.
 */
function fromOtherLoopbackName(ask: Ask, origin: string): Verdict | undefined {
  const own = new URL(origin);
  const host = ask.headers.host ?? "";
  if (host === own.host || !LOOPBACK.has(own.hostname) || ask.url.startsWith("/api/health/"))
    return undefined;
  // Next's own fetch after an action: led on to the other name, it would lose the cookies it carries.
  if (ask.headers.rsc !== undefined) return undefined;
  const [name, port] = [host.replace(/:\d+$/, ""), host.match(/:(\d+)$/)?.[1] ?? "80"];
  if (!LOOPBACK.has(name) || port !== (own.port || "80")) return undefined;
  return { kind: "redirect", to: `${origin}${ask.url}` };
}
