/**
 * Where to go after signing in. Only a path of this site is ever followed: anything that a browser could
 * read as another origin is dropped (checklist, 13).
 */

const MAX = 500;
const HERE = "http://portal.invalid";
/** Control characters and the backslash, which browsers read as a slash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNSAFE = /[\u0000-\u0020\u007F\\]/;
/** Going back there would ask to sign in again, or is no page. */
const NOT_A_PAGE = /^\/(sign-in|sign-out|api)(\/|$)/;

/** The path in its normal form, at most 500 characters, or null when it cannot be followed. */
export function safeReturnTo(value: unknown): string | null {
  if (typeof value !== "string" || value.length > MAX || UNSAFE.test(value)) return null;
  if (!value.startsWith("/") || value.startsWith("//") || !URL.canParse(value, HERE)) return null;
  const url = new URL(value, HERE);
  // "/.//elsewhere.example" is a path with dots in it, until somebody takes the dots out.
  if (url.origin !== HERE || url.pathname.startsWith("//") || NOT_A_PAGE.test(url.pathname)) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.length <= MAX ? path : null;
}

/** The address of the sign-in page that comes back to this path. */
export function signInPath(returnTo: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
