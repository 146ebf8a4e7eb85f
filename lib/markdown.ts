import MarkdownIt from "markdown-it";

/**
 * Markdown from the database to HTML. No raw HTML, no pictures, links only to http, https, mailto and places of
 * the portal's own; headings start at h3, because every text stands under a section's h2.
 */

const HEADING_SHIFT = 2;
const DEEPEST = 6;
const MOST_KEPT = 500;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i;

const markdown = new MarkdownIt("default", {
  html: false,
  linkify: false,
  typographer: true,
  quotes: "“”‘’",
});
markdown.disable("image");
markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
markdown.core.ruler.push("shift-headings", (state) => {
  for (const token of state.tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    token.tag = `h${Math.min(DEEPEST, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
  }
});

const rendered = new Map<string, string>();

/** The HTML of a Markdown text, safe to put into a page. The same text is rendered once. */
export function renderMarkdown(text: string): string {
  const kept = rendered.get(text);
  if (kept !== undefined) return kept;
  const html = markdown.render(text);
  if (rendered.size >= MOST_KEPT) rendered.clear();
  rendered.set(text, html);
  return html;
}
