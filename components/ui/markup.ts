/**
 * Pieces of HTML or SVG as text, for the few places with hundreds of small elements: React makes and sends each
 * element one by one, which cost the participant's page more than all the rest of it (docs/benchmarks.md). What
 * is put in is escaped unless it is markup itself.
 */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null | undefined | false;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Text for between tags or inside a quoted attribute, as React writes it. */
export const escapedText = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c) : text;

function partHtml(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapedText(part);
  if (part instanceof Markup) return part.html;
  if (Array.isArray(part)) return part.map((each: Markup) => each.html).join("");
  return "";
}

/** A template whose gaps are escaped: markup`<b>${name}</b>`. Put gaps in text and quoted attributes only. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let html = strings[0] ?? "";
  parts.forEach((part, at) => {
    html += partHtml(part) + strings[at + 1];
  });
  return new Markup(html);
}

/** For `dangerouslySetInnerHTML`: takes nothing but markup. */
export const inner = (content: Markup | readonly Markup[]) => ({ __html: partHtml(content) });
