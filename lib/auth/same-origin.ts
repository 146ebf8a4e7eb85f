import { env } from "../env";

/**
 * True when a POST to one of our own route handlers came from one of our own pages: its Origin is the configured
 * one or, where a browser left that out, the browser says the request is same-origin. Anything else, `null` and
 * nothing at all included, is not (checklist, 29 and 30).
 */
export function isFromOwnPage(headers: { get(name: string): string | null }): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin === env().NEXTAUTH_URL;
  return headers.get("sec-fetch-site") === "same-origin";
}
