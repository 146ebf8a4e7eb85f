import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Pages that the server can send when Next or the database cannot: files in public/, complete in themselves,
 * without scripts. They are read once, at boot.
 */

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c,
  );

let frame: string | undefined;

/** A page with that title and text in the portal's look. */
export function plainPage(title: string, text: string): string {
  frame ??= readFileSync(join(process.cwd(), "public", "plain-page.html"), "utf8");
  return frame.replaceAll("{{title}}", escapeHtml(title)).replaceAll("{{text}}", escapeHtml(text));
}

export const DATABASE_AWAY = {
  title: "The portal cannot reach its records just now",
  text: "Nothing that you have sent and had confirmed is lost. If you were filling in a form, go back: what you typed is still there. Please try again in a minute or two.",
};

export const FAULT = {
  title: "Something went wrong on our side",
  text: "Nothing that you have sent and had confirmed is lost. If you were filling in a form, go back: what you typed is still there. Please try again; if it keeps happening, write to npq@ucl.ac.uk.",
};

/** Next leaves a page that calls notFound() empty until scripts fill it; this says the same without any. */
export const NOT_FOUND = {
  title: "There is no such page",
  text: "It may have moved, the link may be incomplete, or it belongs to somebody else. If you came here by a link in an e-mail, sign in with the address that the e-mail went to.",
};

/** A form of the last release, sent to this one without scripts: its action is not known any more. */
export const OUT_OF_DATE = {
  title: "The portal was updated while you had that page open",
  text: "Nothing was changed. Go back: what you typed is still there. Copy it, please reload the page, and send the form again.",
};

export const UNREADABLE = {
  title: "That form could not be read",
  text: "Nothing was changed. Go back: what you typed is still there. Please reload the page and send the form again.",
};
